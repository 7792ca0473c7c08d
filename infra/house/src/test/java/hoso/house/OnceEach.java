package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every acknowledged event is there, and once: in the store, to whoever sends it again, in the history, in the books. */
final class OnceEach {

    private static final int HISTORIES = 20;

    private final Path data;
    private final HouseClient house;
    private final BruteCount brute = new BruteCount();

    /** What is in the log, and has not been counted yet. */
    private final List<String> uncounted = new ArrayList<>();

    OnceEach(Path data, HouseClient house) {
        this.data = data;
        this.house = house;
    }

    /** Lines that others than writers have published. */
    void count(List<String> lines) {
        uncounted.addAll(lines);
    }

    void assertOf(Writers writers) throws Exception {
        var log = StoredLog.of(data);
        var positions = log.positions();
        var lines = List.copyOf(writers.acknowledged().keySet());
        writers.assertAllAt(positions);
        assertSentAgainIsDuplicate(lines, positions);
        assertThat(StoredLog.of(data).head()).isEqualTo(log.head());
        assertHistories(lines, positions);
        uncounted.addAll(lines);
        brute.take(uncounted, positions);
        uncounted.clear();
        brute.assertSameAs(house);
    }

    private void assertSentAgainIsDuplicate(List<String> lines, Map<String, Long> positions) {
        AtOnce.forEach(lines, Writers.CLIENTS, line -> {
            var answer = house.one(line);
            assertThat(answer.text("status")).as(answer + " to " + line).isEqualTo("duplicate");
            assertThat(answer.number("position")).as(line).isEqualTo(positions.get(Lives.idOf(line)));
        });
    }

    private void assertHistories(List<String> lines, Map<String, Long> positions) throws Exception {
        var dossiers =
                lines.stream().map(Lives::subjectOf).distinct().limit(HISTORIES).toList();
        long head = Collections.max(positions.values());
        for (var dossier : dossiers) {
            var told = new TreeMap<String, Long>();
            var history = house.get("api/v1/dossiers/" + dossier + "/history?minPosition=" + head);
            for (var event : history.body().get("events")) {
                var twice = told.put(
                        event.get("id").asString(), event.get("position").longValue());
                assertThat(twice).as(event.toString()).isNull();
            }
            var stored = new TreeMap<>(positions);
            stored.keySet().removeIf(id -> !id.substring(0, id.lastIndexOf('-')).equals(dossier));
            assertThat(told).as(dossier).isEqualTo(stored);
        }
    }
}
