package hoso.query.desk.unit;

import hoso.event.history.ReferenceRegister;
import hoso.query.question.KnownReference;
import hoso.query.question.Names;
import hoso.query.question.Standpoints;
import hoso.vocabulary.VietnamTime;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;

/** What units and procedures are called, by the codes that answers name them with. */
public final class CodeNames {

    private final Standpoints standpoints;
    private final KnownReference reference;
    private final InstantSource clock;

    public CodeNames(Standpoints standpoints, KnownReference reference, InstantSource clock) {
        this.standpoints = standpoints;
        this.reference = reference;
        this.clock = clock;
    }

    /** As they are called now, for one page. */
    public OfDay today() {
        return of(VietnamTime.date(clock.instant()));
    }

    /** As they were called on a day, so far as is known now. */
    public OfDay of(LocalDate day) {
        long newest = standpoints.newest();
        return new OfDay(reference.asOf(newest), reference.names(newest), day);
    }

    /** The names of one day; a code that nobody has published is its own name. */
    public record OfDay(ReferenceRegister known, Names names, LocalDate date) {

        public String unit(String shown) {
            return names.units(shown).stream()
                    .map(code -> known.units().get(code))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(unit -> unit.on(date).name())
                    .orElse(shown);
        }

        public String procedure(String code) {
            return known.procedure(code, date)
                    .map(version -> version.value().name())
                    .orElse(code);
        }
    }
}
