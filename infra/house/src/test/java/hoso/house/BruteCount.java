package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.testkit.brute.BruteHouse;
import hoso.testkit.brute.BruteQuestion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a house was sent, straight from the lines in the order of their positions. */
final class BruteCount {

    /** The national calendars, which the brute-force judge has built in. */
    private static final long SHIPPED_EVENTS = 4;

    private final BruteHouse brute = new BruteHouse();

    /**
     * Takes in more lines, each once, and finds every one acceptable.
     *
     * @param positions of the log that holds these lines and those before them, and nothing else
     */
    void take(Collection<String> lines, Map<String, Long> positions) {
        var now = Instant.now();
        lines.stream()
                .sorted(Comparator.comparing(line -> positions.get(Lives.idOf(line))))
                .forEach(line -> assertThat(brute.offer(line, now)).as(line).isEqualTo("accepted"));
        assertThat(brute.position() + SHIPPED_EVENTS).as("nothing but these").isEqualTo(positions.size());
    }

    /** Every cell of the report of the whole year is the counted one. */
    void assertSameAs(HouseClient house) throws Exception {
        var question =
                BruteQuestion.of(Lives.ROOT, LocalDate.parse(Lives.FROM), LocalDate.parse(Lives.TO), brute.position());
        var expected = brute.report(question);
        var answer = house.get("api/v1/report?by=unit&unit=" + Lives.ROOT + "&from=" + Lives.FROM + "&to=" + Lives.TO
                + "&minPosition=" + (brute.position() + SHIPPED_EVENTS));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(ReportCells.of(answer.body().get("total"))).isEqualTo(new TreeMap<>(expected.total()));
        var groups = new TreeMap<String, Map<String, Long>>();
        for (var group : answer.body().get("groups"))
            groups.put(group.get("key").asString(), ReportCells.of(group));
        assertThat(groups).isEqualTo(new TreeMap<>(expected.groups()));
        for (var identity : answer.body().get("identities"))
            assertThat(identity.get("holds").booleanValue())
                    .as(identity.toString())
                    .isTrue();
    }
}
