package hoso.query.snapshot.restatement;

import hoso.event.AcceptedEvent;
import hoso.event.ReferenceFact;
import hoso.query.feed.EventLog;
import hoso.query.feed.LoggedEvent;
import hoso.query.question.KnownReference;
import hoso.query.report.Scene;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The trees between the one that a report was frozen with and the one it is asked with now, one for each event. */
final class TreeSteps {

    /** More changes at once are told as one: to count the report anew for each would take longer than anybody waits. */
    private static final int STEPS_MAX = 100;

    private final EventLog log;
    private final KnownReference reference;

    TreeSteps(EventLog log, KnownReference reference) {
        this.log = log;
        this.reference = reference;
    }

    /**
     * A tree, and what made it.
     *
     * @param before as it was counted until then
     * @param made the event; null where the tree of another date is asked, or too many events made it
     */
    record Step(Scene scene, Groups before, @Nullable LoggedEvent made) {

        /** The units whose own dossiers left a group for another, or came into it. */
        List<String> owners(String group) {
            return new Groups(scene).unlike(before, group);
        }
    }

    /** From the tree after the frozen one to the present one, those alone by which something is counted elsewhere. */
    List<Step> between(Compared compared) {
        List<Step> steps = new ArrayList<>();
        var last = new Groups(compared.then());
        long from = compared.thenFrom().position();
        last = step(steps, last, compared, from, null);
        List<LoggedEvent> changes = changes(from, compared.nowFrom().position());
        if (changes.size() <= STEPS_MAX)
            for (LoggedEvent change : changes) last = step(steps, last, compared, change.position(), change);
        var now = new Groups(compared.now());
        if (!now.sameAs(last)) steps.add(new Step(compared.now(), last, null));
        return steps;
    }

    /** Adds the tree that had been published by a position, where it counts otherwise than the last. */
    private Groups step(List<Step> steps, Groups last, Compared compared, long position, @Nullable LoggedEvent made) {
        Scene scene = Scene.of(
                compared.now().question(),
                reference.asOf(position),
                compared.now().names());
        var groups = new Groups(scene);
        if (groups.sameAs(last)) return last;
        steps.add(new Step(scene, last, made));
        return groups;
    }

    private List<LoggedEvent> changes(long after, long upTo) {
        return log.reference(0, upTo).stream()
                .filter(event -> event.position() > after)
                .filter(TreeSteps::isOfUnits)
                .toList();
    }

    private static boolean isOfUnits(LoggedEvent logged) {
        AcceptedEvent event = logged.readToFold();
        return event.fact() instanceof ReferenceFact.UnitFact;
    }
}
