package hoso.testkit.brute;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The clock account of one dossier, looked up instant by instant, and decided again with or without some of its facts. */
public final class BruteAccount {
    private final BruteLife life;
    private final BruteCalendars calendars;
    private final BruteClock clock;
    private final BruteHistory history;

    private BruteAccount(BruteLife life, BruteCalendars calendars, BruteProcedures procedures) {
        this.life = life;
        this.calendars = calendars;
        this.clock = new BruteClock(calendars);
        this.history = new BruteHistory(clock, procedures);
    }

    static Optional<BruteAccount> of(List<BruteEvent> accepted, List<BruteEvent> ofDossier, BruteCalendars calendars) {
        return BruteLife.present(ofDossier)
                .map(life -> new BruteAccount(life, calendars, new BruteProcedures(accepted)));
    }

    /**
     * How a dossier stands at a moment, by one of the two rules.
     *
     * @param status as the account calls it
     * @param late overdue, or ended late
     */
    public record Standing(String status, boolean overdue, boolean late) {}

    /** What a dossier leads to. */
    public record Outcome(Instant dueAt, @Nullable String timeliness) {}

    public Instant receivedAt() {
        return life.receipt().time();
    }

    /** The closing, or empty while it is open. */
    public Optional<Instant> closedAt() {
        BruteStep last = life.steps().getLast();
        return last.kind() == BruteStep.Kind.CLOSED ? Optional.of(last.at()) : Optional.empty();
    }

    /** By the local rule. */
    public Standing standsAt(Instant t) {
        if (closedAt().filter(closed -> !closed.isAfter(t)).isPresent())
            return new Standing("CLOSED", false, "LATE".equals(recorded().timeliness()));
        boolean overdue = BruteDossier.of(life).overdueAt(t);
        return new Standing(inForce(t).counts() ? "PAUSED" : "OPEN", overdue, overdue);
    }

    /** By the rule of the national portal, of all that is known. */
    public Standing standsForPortal(Instant now) {
        BrutePortal portal = new BrutePortal(BruteDossier.of(life));
        if (portal.hasEnded()) return new Standing("CLOSED", false, portal.endedLate());
        boolean overdue = portal.overdueAt(now);
        return new Standing(inForce(now).counts() ? "PAUSED" : "OPEN", overdue, overdue);
    }

    /** The due instant that was in force at a moment. */
    public Instant dueThen(Instant t) {
        return inForce(t).dueAt();
    }

    public Outcome recorded() {
        return outcome(life.steps(), life.recorded());
    }

    /** With the calendars and procedures now known, from the receipt on. */
    public Outcome recomputed() {
        return outcome(life.steps(), history.anew(life.steps(), life));
    }

    /** The keys of its clock facts but the receipt, as source and id. */
    public List<List<String>> clockFacts() {
        return life.facts().stream()
                .filter(fact -> fact.isClock() && !fact.is("dossier.received"))
                .map(fact -> List.of(fact.event().source(), fact.event().id()))
                .toList();
    }

    /** The keys and times of its pauses, resumes and closing that came alone. */
    public Map<List<String>, Instant> movableFacts() {
        Map<List<String>, Instant> facts = new LinkedHashMap<>();
        for (BruteFact fact : life.facts())
            if (fact.steps().size() == 1 && fact.steps().getFirst().kind().pausesResumesOrCloses())
                facts.put(List.of(fact.event().source(), fact.event().id()), fact.time());
        return facts;
    }

    /** With one of those at another time; all after the earlier of both places decided anew. Empty where it could not have been. */
    public Optional<Outcome> moved(List<String> key, Instant to) {
        BruteStep was = life.facts().stream()
                .filter(fact ->
                        key.equals(List.of(fact.event().source(), fact.event().id())))
                .map(fact -> fact.steps().getFirst())
                .findFirst()
                .orElseThrow();
        BruteStep now = new BruteStep(was.key(), was.kind(), to, was.data());
        List<BruteStep> steps = life.steps().stream()
                .map(step -> step.key().equals(was.key()) ? now : step)
                .sorted(BruteStep.ORDER)
                .toList();
        return decided(was.before(now) ? was : now, steps);
    }

    private Optional<Outcome> decided(BruteStep place, List<BruteStep> steps) {
        try {
            Map<BruteStepKey, BruteDecision> decided = new HashMap<>(life.recorded());
            decided.putAll(history.decidedFrom(place, steps, life));
            return Optional.of(outcome(steps, decided));
        } catch (BruteRefusal contradiction) {
            return Optional.empty();
        }
    }

    /**
     * Without one of its clock facts, and without the resume that would end nothing then; all after its place decided anew.
     * Empty where the rest could not have been.
     */
    public Optional<Outcome> without(List<String> key) {
        Set<Long> positions = new TreeSet<>();
        for (BruteFact fact : life.facts())
            if (key.equals(List.of(fact.event().source(), fact.event().id())))
                positions.add(fact.event().position());
        List<BruteStep> all = life.steps();
        for (int index = 0; index + 1 < all.size(); index++)
            if (positions.contains(all.get(index).key().position())
                    && all.get(index).kind().pauses()
                    && all.get(index + 1).kind().resumes())
                positions.add(all.get(index + 1).key().position());
        BruteStep place = all.stream()
                .filter(step -> positions.contains(step.key().position()))
                .findFirst()
                .orElseThrow();
        List<BruteStep> rest = all.stream()
                .filter(step -> !positions.contains(step.key().position()))
                .toList();
        return decided(place, rest);
    }

    private static Outcome outcome(List<BruteStep> steps, Map<BruteStepKey, BruteDecision> decisions) {
        BruteDecision last =
                Objects.requireNonNull(decisions.get(steps.getLast().key()));
        return new Outcome(last.dueAt(), last.timeliness());
    }

    /** What time it is for the dossier at an instant from its receipt on, as the account calls it. */
    public String kindAt(Instant instant) {
        BruteDecision inForce = inForce(instant);
        if (inForce.counts()) {
            return "PAUSED";
        }
        LocalDate day = BruteJson.localDate(instant);
        BruteCalendar calendar = calendars.of(day.getYear());
        if (!calendar.works(day)) {
            return calendar.holidays().contains(day) ? "HOLIDAY" : "WEEKEND";
        }
        LocalTime time = LocalTime.ofInstant(instant, BruteJson.LOCAL);
        for (BruteSpan span : calendar.spans()) {
            if (!time.isBefore(span.from()) && time.isBefore(span.to())) {
                return instant.isBefore(inForce.dueAt()) ? "COUNTED" : "OVERRUN";
            }
        }
        boolean between = !time.isBefore(calendar.spans().getFirst().to())
                && time.isBefore(calendar.spans().getLast().from());
        return between ? "BREAK" : "NIGHT";
    }

    /** Who had it at an instant: who owes it, or whoever it was forwarded to last. */
    public String holderAt(Instant instant) {
        return life.facts().stream()
                .filter(fact -> fact.is("dossier.forwarded") && !fact.time().isAfter(instant))
                .max(Comparator.comparing(BruteFact::time)
                        .thenComparingLong(fact -> fact.event().position()))
                .map(fact -> fact.data().get("holder").stringValue())
                .orElseGet(() -> life.receipt().data().get("unit").stringValue());
    }

    private BruteDecision inForce(Instant instant) {
        List<BruteStep> before = new ArrayList<>();
        for (BruteStep step : life.steps()) {
            if (!step.at().isAfter(instant)) {
                before.add(step);
            }
        }
        return Objects.requireNonNull(life.recorded().get(before.getLast().key()));
    }

    /** {@code W(a, b)} by the calendars now known. */
    public Duration work(Instant a, Instant b) {
        return clock.work(a, b);
    }
}
