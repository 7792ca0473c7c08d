package hoso.event.wire;

import static hoso.event.wire.OwnJson.literal;

import hoso.event.Decision;
import hoso.event.Ruled;
import hoso.event.Ruling;
import hoso.event.Standing;
import hoso.event.Taken;
import hoso.vocabulary.Processing;
import hoso.vocabulary.Remaining;
import hoso.vocabulary.SupplementRule;
import hoso.vocabulary.Timeliness;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads a decision as {@link DecisionJson} writes it, members in its order. */
final class OwnDecision {

    private static final byte[] TARGET = literal("\"target\":");
    private static final byte[] TAKEN = literal("\"taken\":{\"field\":");
    private static final byte[] KIND = literal(",\"kind\":");
    private static final byte[] AMOUNT = literal(",\"amount\":");
    private static final byte[] SUPPLEMENT = literal(",\"supplement\":");
    private static final byte[] FEE_REQUIRED = literal(",\"feeRequired\":true");
    private static final byte[] VERSION = literal(",\"version\":");
    private static final byte[] COMPUTED_DUE_AT = literal(",\"computedDueAt\":");
    private static final byte[] RULINGS = literal("\"rulings\":[");
    private static final byte[] FACT = literal("\"fact\":");
    private static final byte[] PAUSE = literal("\"pause\":true,");
    private static final byte[] DUE_AT = literal("\"dueAt\":");
    private static final byte[] COUNTS = literal(",\"counts\":");
    private static final byte[] REMAINING = literal(",\"remaining\":");
    private static final byte[] TIMELINESS = literal(",\"timeliness\":");
    private static final byte[] WAS = literal("\"was\":{");
    private static final byte[] NOW = literal("\"now\":{");

    private final OwnJson in;
    private final int sequence;

    private OwnDecision(OwnJson in, int sequence) {
        this.in = in;
        this.sequence = sequence;
    }

    static Decision read(OwnJson in, int sequence) {
        return new OwnDecision(in, sequence).decision();
    }

    private Decision decision() {
        in.expect('{');
        Integer target = in.take(TARGET) ? Integer.valueOf(in.number()) : null;
        if (target != null) in.take(',');
        Taken taken = in.take(TAKEN) ? taken() : null;
        if (taken != null) in.take(',');
        List<Ruled> rulings = in.take(RULINGS) ? rulings() : List.of();
        if (!rulings.isEmpty()) in.take(',');
        Standing was = in.take(WAS) ? standing() : null;
        if (was != null) in.take(',');
        Standing now = in.take(NOW) ? standing() : null;
        in.expectClosing();
        return new Decision(target, taken, rulings, was, now);
    }

    private Taken taken() {
        String field = in.knownText();
        in.expect(KIND);
        var kind = name(Processing.Kind.class);
        int amount = in.take(AMOUNT) ? in.number() : 0;
        var supplement = in.take(SUPPLEMENT) ? name(SupplementRule.class) : SupplementRule.RESUME;
        boolean feeRequired = in.take(FEE_REQUIRED);
        in.expect(VERSION);
        LocalDate version = in.date();
        in.expect(COMPUTED_DUE_AT);
        Instant computedDueAt = in.instant();
        in.expect('}');
        return new Taken(field, new Processing(kind, amount), supplement, feeRequired, version, computedDueAt);
    }

    private List<Ruled> rulings() {
        List<Ruled> rulings = new ArrayList<>(2);
        do rulings.add(ruled());
        while (in.take(','));
        in.expect(']');
        return rulings;
    }

    private Ruled ruled() {
        in.expect('{');
        int fact = sequence;
        if (in.take(FACT)) {
            fact = in.number();
            in.expect(',');
        }
        boolean pause = in.take(PAUSE);
        in.expect(DUE_AT);
        Ruling ruling = ruling(in.instant());
        in.expect('}');
        return new Ruled(fact, pause, ruling);
    }

    private Ruling ruling(Instant dueAt) {
        if (in.take(TIMELINESS)) return new Ruling.Closed(dueAt, name(Timeliness.class));
        if (!in.take(COUNTS)) return new Ruling.Due(dueAt);
        boolean counts = in.flag();
        boolean remains = in.take(REMAINING);
        if (counts != remains) throw new NotAsWritten();
        return new Ruling.Paused(dueAt, remains ? remaining() : null);
    }

    private Remaining remaining() {
        return DecisionJson.remaining(in.text());
    }

    private Standing standing() {
        in.expect(DUE_AT);
        Instant dueAt = in.instant();
        Timeliness timeliness = in.take(TIMELINESS) ? name(Timeliness.class) : null;
        in.expect('}');
        return new Standing(dueAt, timeliness);
    }

    private <E extends Enum<E>> E name(Class<E> family) {
        return Enum.valueOf(family, in.knownText());
    }
}
