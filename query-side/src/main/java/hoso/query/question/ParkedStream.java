package hoso.query.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dossier or petition that an event could not be folded into; figures miss what came from then on.
 *
 * @param id of the dossier or petition
 * @param position of that event
 * @param origin where it comes from, where origins are rolled up
 * @param unit that owned it before; null where that is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ParkedStream(
        String id,
        long position,
        @Nullable String unit,
        @Nullable String origin) {

    /** Beside one store, or as the ledger has it. */
    public ParkedStream(String id, long position, @Nullable String unit) {
        this(id, position, unit, null);
    }

    /** The dossiers and petitions of some, each once. */
    public static List<String> ids(List<ParkedStream> parked) {
        return parked.stream().map(ParkedStream::id).distinct().toList();
    }

    /** By the names that people know. */
    public ParkedStream shown(Names names) {
        return new ParkedStream(
                names.shownDossier(id),
                position,
                unit == null ? null : names.shownUnit(unit),
                names.origin(id).orElse(null));
    }
}
