package hoso.command.store;

import hoso.command.store.Witness.Sight;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** All that has seen the store, asked one after the other. */
final class Witnesses {

    /** Longer than what any of them may wait for between two of its statements. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(60);

    private final StoreSettings settings;
    private final List<Witness> all = new CopyOnWriteArrayList<>();
    private final ReentrantLock looking = new ReentrantLock();

    Witnesses(StoreSettings settings) {
        this.settings = settings;
    }

    void add(Witness witness) {
        all.add(witness);
    }

    /**
     * What they say. A look may outlive the writer that asked for it, since a topic is read for minutes; what witnesses
     * remember from one look to the next they keep for one at a time.
     */
    List<Sight> look() {
        if (all.isEmpty()) return List.of();
        if (!looking.tryLock())
            throw new StoreUnavailable("the store is still being compared with what was seen of it");
        try {
            return asked();
        } finally {
            looking.unlock();
        }
    }

    private List<Sight> asked() {
        try (Connection connection =
                FencedConnection.open(settings.url(), settings.application(), "hoso witnesses", SILENCE_MAX, "")) {
            List<Sight> sights = new ArrayList<>();
            for (Witness witness : all) sights.add(witness.look(connection));
            return sights;
        } catch (SQLException away) {
            throw new StoreUnavailable("the store cannot be compared with what was seen of it", away);
        }
    }

    /** @throws UnfitStore where one has seen what the store no longer has */
    static void check(List<Sight> sights) {
        List<String> missing = sentences(sights, Sight::missing);
        List<String> differing = sentences(sights, Sight::differing);
        if (!missing.isEmpty() || !differing.isEmpty()) throw new UnfitStore(missing, differing);
    }

    /** What the store has otherwise than it was seen. */
    static List<String> differing(List<Sight> sights) {
        return sentences(sights, Sight::differing);
    }

    private static List<String> sentences(List<Sight> sights, Function<Sight, List<String>> of) {
        return sights.stream().map(of).flatMap(List::stream).distinct().toList();
    }
}
