package hoso.command.store;

import hoso.command.store.Witness.Sight;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that has seen the store, asked one after the other. */
final class Witnesses {

    private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);

    /** Longer than what any of them may wait for between two of its statements. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(60);

    private final StoreSettings settings;
    private final List<Witness> all = new CopyOnWriteArrayList<>();

    Witnesses(StoreSettings settings) {
        this.settings = settings;
    }

    void add(Witness witness) {
        all.add(witness);
    }

    /** What they say; those that cannot be asked say nothing. */
    List<Sight> look() {
        if (all.isEmpty()) return List.of();
        try (Connection connection =
                FencedConnection.open(settings.url(), settings.application(), "hoso witnesses", SILENCE_MAX, "")) {
            List<Sight> sights = new ArrayList<>();
            for (Witness witness : all) sights.add(look(witness, connection));
            return sights;
        } catch (SQLException away) {
            throw new StoreUnavailable("the store cannot be compared with what was seen of it", away);
        }
    }

    private static Sight look(Witness witness, Connection connection) throws SQLException {
        try {
            return witness.look(connection);
        } catch (IOException unreadable) {
            LOG.warn("what was seen of the store cannot be read: {}", unreadable.getMessage());
            return Sight.NONE;
        }
    }

    /** @throws UnfitStore where one has seen what the store no longer has */
    static void check(List<Sight> sights) {
        List<String> found = sights.stream()
                .map(Sight::contradiction)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (!found.isEmpty()) throw new UnfitStore(found);
    }
}
