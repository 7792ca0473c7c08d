package hoso.event;

import hoso.vocabulary.OnlineLevel;
import hoso.vocabulary.Processing;
import hoso.vocabulary.SupplementRule;
import hoso.vocabulary.UnitLevel;
import hoso.vocabulary.WorkingSpan;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something about the units, procedures and calendars that dossiers are decided with. */
public sealed interface ReferenceFact extends Fact {

    sealed interface UnitFact extends ReferenceFact {}

    record UnitRegistered(
            String name, UnitLevel level, @Nullable String parent, LocalDate validFrom) implements UnitFact {}

    record UnitMoved(String parent, LocalDate validFrom) implements UnitFact {}

    /** The unit goes on under its successor, with its children. */
    record UnitMerged(String into, LocalDate validFrom) implements UnitFact {}

    record UnitClosed(LocalDate validTo) implements UnitFact {}

    record ProcedurePublished(
            String name,
            String field,
            OnlineLevel onlineLevel,
            Processing processing,
            @Nullable SupplementRule supplement,
            @Nullable Boolean feeRequired,
            @Nullable Boolean electronicCopy,
            LocalDate validFrom)
            implements ReferenceFact {}

    record CalendarPublished(@Nullable List<WorkingSpan> hours, List<LocalDate> holidays, List<LocalDate> makeUpDays)
            implements ReferenceFact {}
}
