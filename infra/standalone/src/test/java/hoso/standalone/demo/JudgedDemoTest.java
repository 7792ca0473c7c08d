package hoso.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.Publication;
import hoso.testkit.brute.BruteHouse;
import hoso.testkit.brute.BruteQuestion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The brute-force house takes what the demo tells, and counts it as the plain count does. Each dossier is told to a house
 * of its own, which knows its units and its procedure; it takes long, so every so many dossiers are.
 */
class JudgedDemoTest {

    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

    /** All of them with {@code -Dhoso.demo.judgeEvery=1}: half a minute on two idle cores. */
    private static final int JUDGE_EVERY = Integer.getInteger("hoso.demo.judgeEvery", 100);

    /** What makes a life worth judging: these are judged oftener. */
    private static final List<String> RARE = List.of(".corrected.", ".voided.", "\"since\"", ".clock-redecided.");

    private final GroupedDemo demo = GroupedDemo.shared();
    private final CountedDemo count = CountedDemo.shared();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final Queue<String> counted = new ConcurrentLinkedQueue<>();

    @Test
    void nothing_is_refused_and_every_cell_is_counted_alike() {
        List<List<byte[]>> lives = new ArrayList<>(demo.lives.values());
        IntStream.range(0, lives.size()).parallel().forEach(index -> judge(index, lives.get(index)));

        assertThat(refused).isEmpty();
        assertThat(counted).isEmpty();
    }

    private void judge(int index, List<byte[]> lines) {
        List<String> life = lines.stream().map(JudgedDemoTest::text).toList();
        boolean rare = life.stream().anyMatch(line -> RARE.stream().anyMatch(line::contains));
        boolean petition = life.getFirst().contains("hoso.petition.");
        if (index % JUDGE_EVERY != 0 && !petition && !(rare && index % 4 == 0)) return;
        var house = new BruteHouse();
        List<Publication> events = lines.stream().map(GroupedDemo::read).toList();
        String unit = value(life.getFirst(), "unit");
        for (int dot = unit.indexOf('.'); dot > 0; dot = unit.indexOf('.', dot + 1))
            refer(house, unit.substring(0, dot));
        refer(house, unit);
        if (!petition) refer(house, value(life.getFirst(), "procedure"));
        life.forEach(line -> offer(house, line));
        for (DemoReport report : DemoReports.all())
            if (unit.equals(report.unit()) || unit.startsWith(report.unit() + "."))
                compare(house, events, report, petition);
    }

    private void compare(BruteHouse house, List<Publication> events, DemoReport report, boolean petition) {
        Map<String, Long> plain =
                new TreeMap<>(petition ? SimpleCells.ofPetition(events, report) : count.cells(events, report));
        Map<String, Long> brute = house.report(new BruteQuestion(
                        report.unit(), report.from(), report.to(), "level", null, null, house.position()))
                .total();
        // no report prints them; the scoreboard does
        plain.keySet().removeAll(Set.of("petitions.rated", "petitions.satisfied"));
        plain.forEach((cell, value) -> {
            if (!value.equals(brute.get(cell))) counted.add(events.getFirst().subject() + " " + cell);
        });
        brute.forEach((cell, value) -> {
            boolean known = !cell.matches("pending.paused|resolved.(approved|rejected|withdrawn|declined)|tags.*.new"
                    + "|tags.(apologised|promiseKept).*");
            if (known && value != 0 && !plain.containsKey(cell))
                counted.add(events.getFirst().subject() + " " + cell);
        });
    }

    /** A merger names a unit that the small houses do not know, and comes after all reports. */
    private void refer(BruteHouse house, String subject) {
        demo.reference.get(subject).stream()
                .map(JudgedDemoTest::text)
                .filter(line -> !line.contains("hoso.unit.merged"))
                .forEach(line -> offer(house, line));
    }

    private void offer(BruteHouse house, String line) {
        String verdict = house.offer(line, NOW);
        if (!verdict.equals("accepted")) refused.add(verdict + " " + line);
    }

    private static String value(String line, String name) {
        int from = line.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return line.substring(from, line.indexOf('"', from));
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }
}
