package hoso.event.wire;

import hoso.event.AcceptedEvent;
import hoso.event.Decision;
import hoso.event.Ruled;
import hoso.event.Ruling;
import hoso.event.Standing;
import hoso.event.StoredEvent;
import hoso.event.Taken;
import hoso.vocabulary.Processing;
import hoso.vocabulary.Remaining;
import hoso.vocabulary.SupplementRule;
import hoso.vocabulary.Timeliness;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The events of the golden files: one of each type, and among them every shape that a decision can have. */
final class GoldenEvents {

    private static final int SEQUENCE = 7;
    private static final Instant DUE = Instant.parse("2024-03-11T10:00:00Z");
    private static final Instant LATER = Instant.parse("2024-03-20T10:00:00.000001Z");

    private static final Taken WORKING_DAYS = new Taken(
            "Hộ tịch",
            new Processing(Processing.Kind.WORKING_DAYS, 5),
            SupplementRule.RESTART,
            true,
            LocalDate.of(2023, 1, 1),
            DUE);

    private static final Taken SAME_DAY = new Taken(
            "Tư pháp \"\\\n\u0001",
            new Processing(Processing.Kind.SAME_DAY, 0),
            SupplementRule.RESUME,
            false,
            LocalDate.of(2020, 12, 31),
            LATER);

    private GoldenEvents() {}

    static StoredEvent of(EventType type) {
        var publication = Samples.publication(type);
        Map<String, String> hashes = new HashMap<>();
        publication.texts().forEach((path, text) -> hashes.put(path, Digests.text(new byte[] {1, 2, 3}, text)));
        var event = new AcceptedEvent(
                publication.stream(),
                SEQUENCE,
                publication.subject(),
                publication.key(),
                publication.occurredAt(),
                "cổng \"dịch vụ công\"",
                publication.fact(),
                publication.statement(),
                decision(type.name()),
                hashes);
        return new StoredEvent(
                EventTypes.all().indexOf(type) + 1L, Instant.parse("2024-03-04T01:00:02.000100Z"), event);
    }

    private static Decision decision(String type) {
        return switch (type) {
            case "hoso.dossier.received.v1" -> new Decision(null, WORKING_DAYS, own(new Ruling.Due(DUE)), null, null);
            case "hoso.dossier.supplement-requested.v1" ->
                ruled(paused(new Remaining.WorkingTime(
                        Duration.ofHours(31).plusMinutes(5).plusNanos(250_000))));
            case "hoso.dossier.suspended.v1" -> ruled(new Ruling.Paused(DUE, null));
            case "hoso.dossier.supplement-received.v1" -> broughtPause();
            case "hoso.dossier.resumed.v1" -> late();
            case "hoso.dossier.due-date-extended.v1" -> ruled(new Ruling.Due(LATER));
            case "hoso.dossier.resolved.v1" -> ruled(new Ruling.Closed(DUE, Timeliness.ON_TIME));
            case "hoso.dossier.withdrawn.v1" -> ruled(new Ruling.Closed(DUE, Timeliness.EARLY));
            case "hoso.dossier.declined.v1" -> ruled(new Ruling.Closed(DUE, Timeliness.LATE));
            case "hoso.dossier.corrected.v1" -> everything(0);
            case "hoso.dossier.voided.v1" ->
                new Decision(3, null, List.of(), new Standing(DUE, null), new Standing(DUE, null));
            case "hoso.dossier.clock-redecided.v1" ->
                new Decision(
                        null,
                        SAME_DAY,
                        of(0, new Ruling.Due(LATER)),
                        new Standing(DUE, null),
                        new Standing(LATER, null));
            case "hoso.dossier.dispute-ruled.v1" -> Decision.about(5);
            default -> Decision.NONE;
        };
    }

    private static Decision ruled(Ruling ruling) {
        return new Decision(null, null, own(ruling), null, null);
    }

    private static Decision broughtPause() {
        return new Decision(
                null,
                null,
                List.of(
                        new Ruled(SEQUENCE, true, paused(new Remaining.CalendarDays(3))),
                        new Ruled(SEQUENCE, false, new Ruling.Due(LATER))),
                null,
                null);
    }

    private static Decision late() {
        return new Decision(
                null,
                null,
                List.of(
                        new Ruled(SEQUENCE, true, paused(new Remaining.WorkingTime(Duration.ZERO))),
                        new Ruled(SEQUENCE, false, new Ruling.Due(LATER)),
                        new Ruled(4, true, paused(new Remaining.CalendarDays(0))),
                        new Ruled(4, false, new Ruling.Due(LATER)),
                        new Ruled(5, false, new Ruling.Closed(LATER, Timeliness.EARLY))),
                new Standing(DUE, Timeliness.LATE),
                new Standing(LATER, Timeliness.EARLY));
    }

    private static Decision everything(int target) {
        return new Decision(
                target,
                WORKING_DAYS,
                List.of(
                        new Ruled(0, false, new Ruling.Due(DUE)),
                        new Ruled(2, false, new Ruling.Closed(DUE, Timeliness.LATE))),
                new Standing(LATER, Timeliness.ON_TIME),
                new Standing(DUE, Timeliness.LATE));
    }

    private static Ruling paused(Remaining remaining) {
        return new Ruling.Paused(DUE, remaining);
    }

    private static List<Ruled> own(Ruling ruling) {
        return of(SEQUENCE, ruling);
    }

    private static List<Ruled> of(int fact, Ruling ruling) {
        return List.of(new Ruled(fact, false, ruling));
    }
}
