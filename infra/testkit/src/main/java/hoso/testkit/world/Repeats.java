package hoso.testkit.world;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events that are sent again: unchanged, told in other words, or with other content under the same key. */
final class Repeats {
    private static final List<String> FREE_TEXT = List.of("reason", "claim", "basis", "step");

    private final Stage stage;
    private final Chance chance;

    Repeats(Stage stage) {
        this.stage = stage;
        this.chance = stage.chance;
    }

    void repeatSomething() {
        int last = stage.sent.size() - 1;
        Sent sent = stage.sent.get(
                chance.percent(50) ? Math.max(0, last - chance.between(0, 40)) : chance.between(0, last));
        Map<String, Object> again = new LinkedHashMap<>(sent.firstData);
        switch (chance.between(0, 7)) {
            case 0, 1, 2 -> stage.offer(sent.line);
            case 3 -> inOtherWords(sent, again);
            case 4 -> offer(sent, sent.firstTime, reordered(again));
            case 5 -> offer(sent, sent.firstTime.minusSeconds(chance.between(1, 9)), again);
            case 6 -> withOtherData(sent, again);
            default -> withAnotherAttribute(sent);
        }
    }

    private void offer(Sent sent, Instant time, Map<String, Object> data) {
        stage.offer(stage.line(sent.source, sent.id, sent.type, sent.subject, chance.text(time), data));
    }

    private void inOtherWords(Sent sent, Map<String, Object> again) {
        for (String text : FREE_TEXT) {
            again.computeIfPresent(text, (name, value) -> "khác lời " + chance.between(1, 99));
        }
        offer(sent, sent.firstTime, again);
    }

    private static Map<String, Object> reordered(Map<String, Object> data) {
        Map<String, Object> reordered = new LinkedHashMap<>();
        data.keySet().stream().sorted().forEach(name -> reordered.put(name, data.get(name)));
        return reordered;
    }

    private void withOtherData(Sent sent, Map<String, Object> again) {
        again.computeIfPresent("amount", (name, value) -> 12_345);
        again.computeIfPresent("authority", (name, value) -> "QĐ khác");
        again.computeIfPresent("channel", (name, value) -> "DIRECT");
        again.computeIfPresent("satisfied", (name, value) -> !(Boolean) value);
        offer(sent, sent.firstTime, again);
    }

    private void withAnotherAttribute(Sent sent) {
        Map<String, Object> envelope = stage.envelope(
                sent.source, sent.id, sent.type, sent.subject, chance.text(sent.firstTime), sent.firstData);
        envelope.put("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        stage.offer(Stage.json(envelope));
    }
}
