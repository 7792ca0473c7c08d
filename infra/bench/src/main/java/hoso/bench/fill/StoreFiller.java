package hoso.bench.fill;

import hoso.bench.world.Steps;
import hoso.bench.world.World;
import hoso.command.dossier.Timeline;
import hoso.command.judgement.Reference;
import hoso.event.wire.Digests;
import hoso.event.wire.StoredEventFormat;
import hoso.query.copy.CopyRows;
import hoso.query.feed.ReferenceBook;
import hoso.query.feed.store.StoredLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Writes the dossiers of a world behind what a store holds, as if they had come through the door. */
public final class StoreFiller {

    /** One transaction, decided on all cores. */
    private static final int BLOCK = 16_384;

    private static final int LAST_OF_A_DOSSIER = 5;

    private final StoppedHouse house;
    private final World world;
    private final Reference reference;
    private final Map<Long, Timeline> open = new HashMap<>();
    private long position;

    private StoreFiller(StoppedHouse house, World world, long head) {
        this.house = house;
        this.world = world;
        this.position = head;
        var register = ReferenceBook.ofOneStream(new StoredLog(house.reading()))
                .asOf(head)
                .whole();
        this.reference = Reference.on(LocalDate.now(ZoneId.systemDefault()), head, register);
    }

    /** Fills; units and procedures must be there already. */
    public static void fill(StoppedHouse house, World world) throws SQLException {
        long head = new StoredLog(house.reading()).head();
        new StoreFiller(house, world, head).run();
    }

    private void run() throws SQLException {
        try (var connection = house.owner()) {
            connection.setAutoCommit(false);
            Steps steps = world.steps();
            while (steps.hasNext()) {
                store(connection, decide(take(steps)));
                connection.commit();
            }
            connection.setAutoCommit(true);
            // what autovacuum would have done meanwhile, had the events taken their usual time to come
            try (var statement = connection.createStatement()) {
                statement.execute("VACUUM (ANALYZE) store.event");
            }
        }
    }

    private static List<Steps.Step> take(Steps steps) {
        List<Steps.Step> block = new ArrayList<>(BLOCK);
        while (block.size() < BLOCK && steps.hasNext()) block.add(steps.next());
        return block;
    }

    /** Dossiers beside each other, each one's events in turn. */
    private List<Decided> decide(List<Steps.Step> block) {
        Map<Long, List<Integer>> places = new LinkedHashMap<>();
        for (int place = 0; place < block.size(); place++)
            places.computeIfAbsent(block.get(place).dossier(), dossier -> new ArrayList<>())
                    .add(place);
        Decided[] decided = new Decided[block.size()];
        places.entrySet().parallelStream().forEach(entry -> {
            Timeline timeline = open.getOrDefault(entry.getKey(), Timeline.UNKNOWN);
            for (int place : entry.getValue()) {
                byte[] line = world.line(block.get(place));
                decided[place] = Decided.of(line, timeline, reference, ThreadLocalRandom.current());
                timeline = decided[place].after();
            }
        });
        for (int place = 0; place < block.size(); place++) {
            if (block.get(place).nth() == LAST_OF_A_DOSSIER)
                open.remove(block.get(place).dossier());
            else open.put(block.get(place).dossier(), decided[place].after());
        }
        return List.of(decided);
    }

    private void store(Connection connection, List<Decided> block) throws SQLException {
        Instant recordedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var events = new CopyRows();
        var texts = new CopyRows();
        for (Decided decided : block) {
            position++;
            byte[] leaf = Digests.leaf(StoredEventFormat.bytes(position, recordedAt, decided.rest()));
            events.row(6)
                    .int8(position)
                    .timestamptz(recordedAt)
                    .int4(decided.event().sequence())
                    .text(decided.event().stream().name())
                    .bytea(leaf)
                    .bytea(decided.rest());
            decided.texts()
                    .forEach((path, text) -> texts.row(4)
                            .int8(position)
                            .text(path)
                            .bytea(text.salt())
                            .text(text.text()));
        }
        events.into(connection, "store.event (position, recorded_at, sequence, stream, leaf, rest)");
        texts.into(connection, "store.free_text (position, path, salt, text)");
    }
}
