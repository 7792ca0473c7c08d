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
     * @param made the event; null where the tree of another date is asked, or several events made it
     */
    record Step(Scene scene, Groups before, @Nullable LoggedEvent made) {

        /** The units whose own dossiers left a group for another, or came into it. */
        List<String> owners(String group) {
            return new Groups(scene).unlike(before, group);
        }
    }

    /** From the tree after the frozen one to the present one, those alone by which something is counted elsewhere. */
    List<Step> between(Compared compared) {
        long from = compared.thenFrom().position();
        var walk = new Walk(compared);
        walk.to(from, null);
        List<LoggedEvent> changes = changes(from, compared.nowFrom().position());
        if (changes.size() <= STEPS_MAX) for (LoggedEvent change : changes) walk.to(change.position(), change);
        walk.end();
        return walk.steps;
    }

    /** From tree to tree. */
    private final class Walk {

        private final Compared compared;
        private final List<Step> steps = new ArrayList<>();
        private Groups last;

        /** Since the last step a tree was passed by that is not for whoever asks: what comes next is not one event's. */
        private boolean passedBy;

        Walk(Compared compared) {
            this.compared = compared;
            this.last = new Groups(compared.then());
        }

        /** The tree that had been published by a position. */
        void to(long position, @Nullable LoggedEvent made) {
            Scene scene = Scene.of(
                    compared.now().question(),
                    reference.asOf(position),
                    compared.now().names());
            if (compared.seen().test(scene.units())) step(scene, passedBy ? null : made);
            else passedBy = true;
        }

        void end() {
            step(compared.now(), null);
        }

        private void step(Scene scene, @Nullable LoggedEvent made) {
            var groups = new Groups(scene);
            passedBy = false;
            if (groups.sameAs(last)) return;
            steps.add(new Step(scene, last, made));
            last = groups;
        }
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
