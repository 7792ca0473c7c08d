package hoso.testkit.world;

import static hoso.testkit.world.Sent.data;
import static hoso.testkit.world.Sent.maybe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Procedures of every kind of processing, and their later versions. */
final class WorldProcedures {
    private static final List<String> KINDS =
            List.of("WORKING_HOURS", "WORKING_DAYS", "CALENDAR_DAYS", "SAME_DAY", "WORKING_DAYS", "CALENDAR_DAYS");

    private final Stage stage;
    private final Chance chance;
    private final Instant start;

    WorldProcedures(Stage stage, Instant start) {
        this.stage = stage;
        this.chance = stage.chance;
        this.start = start;
    }

    void publish() {
        for (int number = 0; number < 8; number++) {
            String code = (1 + number % 3) + "." + stage.root + number;
            int daysBefore = chance.percent(80) ? 400 : -chance.between(1, 60);
            Instant validFrom = start.minus(Duration.ofDays(daysBefore));
            publish(code, start.minus(Duration.ofDays(20)), KINDS.get(number % KINDS.size()), validFrom);
            stage.procedures.add(code);
        }
    }

    /** A later version, valid from before, from now or from later on; sometimes from the day of another. */
    void publishAgain() {
        Instant validFrom = chance.percent(20)
                ? start.minus(Duration.ofDays(400))
                : stage.clock().plus(Duration.ofDays(chance.between(-40, 40)));
        publish(chance.from(stage.procedures), stage.past(chance.told(stage.clock())), chance.from(KINDS), validFrom);
    }

    private void publish(String code, Instant time, String kind, Instant validFrom) {
        stage.send(
                "procedure.published",
                code,
                time,
                data(
                        "name", "Thủ tục " + code,
                        "field", chance.of("Hộ tịch", "Đất đai", "Tư pháp", "Xây dựng"),
                        "onlineLevel", chance.of("FULL", "PARTIAL", "INFO"),
                        "processing", processing(kind),
                        "supplement", maybe(chance.percent(70), chance.of("RESUME", "RESTART")),
                        "feeRequired", maybe(chance.percent(70), chance.percent(50)),
                        "electronicCopy", maybe(chance.percent(20), chance.percent(50)),
                        "validFrom", chance.localDate(validFrom)));
    }

    private Map<String, Object> processing(String kind) {
        int most = kind.equals("WORKING_HOURS") ? 40 : 20;
        return data("kind", kind, "amount", maybe(!kind.equals("SAME_DAY"), chance.between(1, most)));
    }
}
