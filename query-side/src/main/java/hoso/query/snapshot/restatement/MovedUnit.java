package hoso.query.snapshot.restatement;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.event.AcceptedEvent;
import hoso.query.feed.LoggedEvent;
import hoso.query.report.Scene;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of the tree of units that moved a figure.
 *
 * @param position of the event; absent where the tree of another date is asked, and no event changed it
 * @param unit that the event is about
 * @param tree the date whose tree is asked now
 * @param owners the first units, by code, whose own dossiers are counted elsewhere since: a list of theirs as of the
 *     snapshot's position has the dossiers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MovedUnit(
        @Nullable Long position,
        @Nullable String type,
        @Nullable String unit,
        @Nullable Instant recordedAt,
        LocalDate tree,
        List<String> owners,
        long difference) {

    /**
     * @param group whose figure it is
     * @param now the scene that it is asked with
     */
    static MovedUnit of(TreeSteps.Step step, String group, Scene now, long difference) {
        LoggedEvent made = step.made();
        AcceptedEvent event = made == null ? null : made.read().event();
        return new MovedUnit(
                made == null ? null : made.position(),
                event == null ? null : event.statement().type(),
                event == null ? null : event.subject(),
                made == null ? null : made.recordedAt(),
                now.question().tree(),
                step.owners(group).stream().map(now.names()::shownUnit).toList(),
                difference);
    }
}
