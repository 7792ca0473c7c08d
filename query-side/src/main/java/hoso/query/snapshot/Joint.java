package hoso.query.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import hoso.vocabulary.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a report joins the last snapshot that ends where it begins: what that one left pending should be what this one
 * carries over, and where it is not, the parts say why.
 *
 * @param snapshot the id of that snapshot
 * @param pending its {@code pending.total}
 * @param carriedOver this report's {@code received.carriedOver}
 * @param parts none of them 0; they add up to the difference, unless {@code explainedTo} is given
 * @param explainedTo the position that the parts reach; absent where all is explained
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Joint(
        String snapshot,
        Period period,
        long pending,
        long carriedOver,
        List<Part> parts,
        @Nullable Long explainedTo) {

    /**
     * @param difference how many more are carried over for this reason
     * @param dossiers how many moved it, counted to {@value #DOSSIERS_MAX}; 0 for a reason that lies in no dossier
     */
    public record Part(Cause cause, long difference, long dossiers) {}

    /** Who has as many needs no exact number of them here: a restatement counts and lists them. */
    public static final int DOSSIERS_MAX = 10_000;

    public Joint {
        parts = List.copyOf(parts);
    }

    /** One of which all is explained. */
    public Joint(String snapshot, Period period, long pending, long carriedOver, List<Part> parts) {
        this(snapshot, period, pending, carriedOver, parts, null);
    }

    /** How many more are carried over than were left pending. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public long difference() {
        return carriedOver - pending;
    }
}
