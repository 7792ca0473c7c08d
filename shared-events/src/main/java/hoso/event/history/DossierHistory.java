package hoso.event.history;

import hoso.event.AcceptedEvent;
import hoso.event.Amendment;
import hoso.event.ClockFact;
import hoso.event.Decision;
import hoso.event.DossierFact;
import hoso.event.Note;
import hoso.event.OtherFact;
import hoso.event.Ruled;
import hoso.event.Ruling;
import hoso.event.Standing;
import hoso.event.Taken;
import hoso.vocabulary.Timeliness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The life of a dossier as it is now believed: its facts in their places, each clock fact with the ruling last recorded
 * for it. Immutable; an event makes the next one.
 *
 * <p>A dossier whose receipt was voided has no life, and begins a new one, without the old facts, when it is received
 * again. The number of events goes on across lives.
 *
 * @param events how many events the dossier has had, over all its lives
 * @param taken what the receipt took from its procedure; null without a life
 * @param clock the clock facts in their order, the receipt first; empty without a life
 * @param others the other facts in the order they arrived
 * @param disputes the places of the disputes, for rulings to name
 */
public record DossierHistory(
        int events, @Nullable Taken taken, List<ClockEntry> clock, List<OtherEntry> others, List<Integer> disputes) {

    /** So few are looked for one by one. */
    private static final int FEW_RULINGS = 3;

    /** The dossier nobody has heard of. */
    public static final DossierHistory UNKNOWN = new DossierHistory(0, null, List.of(), List.of(), List.of());

    public DossierHistory {
        clock = List.copyOf(clock);
        others = List.copyOf(others);
        disputes = List.copyOf(disputes);
    }

    /** Whether it has been received, and the receipt stands. */
    public boolean alive() {
        return !clock.isEmpty();
    }

    public Taken terms() {
        if (taken == null) throw new IllegalStateException("a dossier without a receipt took nothing from a procedure");
        return taken;
    }

    /** The receipt's data. */
    public ClockFact.Received received() {
        return (ClockFact.Received) clock.getFirst().fact();
    }

    public Instant receivedAt() {
        return clock.getFirst().at();
    }

    /** The due instant that all its clock facts, as now known, lead to. */
    public Instant dueAt() {
        return clock.getLast().ruling().dueAt();
    }

    /** The closing, where there is one. */
    public Optional<ClockEntry> closing() {
        if (!alive()) return Optional.empty();
        ClockEntry last = clock.getLast();
        return last.fact() instanceof ClockFact.Closing ? Optional.of(last) : Optional.empty();
    }

    /** What the dossier shows. */
    public Standing standing() {
        Ruling last = clock.getLast().ruling();
        return new Standing(last.dueAt(), last instanceof Ruling.Closed closed ? closed.timeliness() : null);
    }

    /** Whether it now stands in a pause that counts. */
    public boolean inPauseThatCounts() {
        return alive() && clock.getLast().ruling() instanceof Ruling.Paused paused && paused.counts();
    }

    /** Overdue at an instant: open then, past the due instant, and not in a pause that counts. */
    public boolean overdueAt(Instant instant) {
        boolean openThen = !receivedAt().isAfter(instant)
                && closing().map(closing -> closing.at().isAfter(instant)).orElse(true);
        return openThen && dueAt().isBefore(instant) && !inPauseThatCounts();
    }

    /** Late at an instant: overdue then, or closed late and past the due instant. */
    public boolean lateAt(Instant instant) {
        boolean closedLate =
                clock.getLast().ruling() instanceof Ruling.Closed closed && closed.timeliness() == Timeliness.LATE;
        return overdueAt(instant) || (closedLate && dueAt().isBefore(instant));
    }

    /** The entry of a clock fact by the place of its event; of a resume that brought its pause, the resume. */
    public Optional<ClockEntry> clockEntry(int sequence) {
        return clock.stream()
                .filter(entry -> entry.sequence() == sequence && !entry.brought())
                .findAny();
    }

    public Optional<OtherEntry> otherEntry(int sequence) {
        return others.stream().filter(entry -> entry.sequence() == sequence).findAny();
    }

    /** This history after one more event. */
    public DossierHistory with(AcceptedEvent event) {
        int sequence = event.sequence();
        Decision decision = event.decision();
        return switch ((DossierFact) event.fact()) {
            case ClockFact.Received received -> begun(sequence, event.occurredAt(), received, decision);
            case ClockFact fact -> clock(placed(clock, sequence, event.occurredAt(), fact), decision);
            case OtherFact fact -> others(appended(others, new OtherEntry(sequence, event.occurredAt(), fact)));
            case Amendment.Corrected corrected -> corrected(corrected, decision);
            case Amendment.Voided voided -> voided(decision);
            case Amendment.ClockRedecided redecided -> clock(clock, decision);
            case Note.Disputed disputed -> counted(taken, clock, others, appended(disputes, sequence));
            case Note.DisputeRuled ruled -> others(others);
            case Note.TextsErased erased -> others(others);
        };
    }

    /**
     * Clock facts with one more in its place; a resume brings its pause along. What has no ruling yet gets one from the
     * decision: until then it shows that of its neighbour.
     */
    public static List<ClockEntry> placed(List<ClockEntry> clock, int sequence, Instant at, ClockFact fact) {
        var entries = new ArrayList<>(clock);
        Ruling unruled = new Ruling.Due(at);
        if (fact instanceof ClockFact.Resume resume && resume.since() != null)
            entries.add(new ClockEntry(sequence, true, resume.since(), resume.ends(), unruled));
        var entry = new ClockEntry(sequence, false, at, fact, unruled);
        boolean last = entries.isEmpty() || ClockEntry.ORDER.compare(entries.getLast(), entry) < 0;
        entries.add(entry);
        // facts mostly come in the order in which they happened; a brought pause may lie anywhere
        if (!last || entries.size() > clock.size() + 1) entries.sort(ClockEntry.ORDER);
        return entries;
    }

    /** Clock facts without those of one event. */
    public static List<ClockEntry> without(List<ClockEntry> clock, int sequence) {
        return clock.stream().filter(entry -> entry.sequence() != sequence).toList();
    }

    private DossierHistory begun(int sequence, Instant at, ClockFact.Received received, Decision decision) {
        var newLife = new DossierHistory(events, decision.taken(), List.of(), List.of(), List.of());
        return newLife.clock(placed(List.of(), sequence, at, received), decision);
    }

    private DossierHistory corrected(Amendment.Corrected corrected, Decision decision) {
        int target = target(decision);
        Optional<ClockEntry> clockTarget = clockEntry(target);
        if (clockTarget.isPresent()) {
            Instant at = corrected.time() != null
                    ? corrected.time()
                    : clockTarget.get().at();
            ClockEntry old = clockTarget.get();
            var fact = (ClockFact) replaced(corrected, old.fact(), at);
            return clock(inPlaceOf(old, at, fact), decision);
        }
        OtherEntry old = otherEntry(target).orElseThrow();
        Instant at = corrected.time() != null ? corrected.time() : old.at();
        var entry = new OtherEntry(target, at, (OtherFact) replaced(corrected, old.fact(), at));
        return others(others.stream()
                .map(other -> other.sequence() == target ? entry : other)
                .toList());
    }

    /** The corrected fact keeps its rulings, and those of its pause, until the decision gives it others. */
    private List<ClockEntry> inPlaceOf(ClockEntry old, Instant at, ClockFact fact) {
        return placed(without(clock, old.sequence()), old.sequence(), at, fact).stream()
                .map(entry -> entry.sequence() != old.sequence() ? entry : entry.ruled(rulingOf(entry, old)))
                .toList();
    }

    private Ruling rulingOf(ClockEntry entry, ClockEntry old) {
        return clock.stream()
                .filter(was -> was.sequence() == entry.sequence() && was.brought() == entry.brought())
                .findAny()
                .orElse(old)
                .ruling();
    }

    private static DossierFact replaced(Amendment.Corrected corrected, DossierFact old, Instant at) {
        return corrected.data() == null ? old : corrected.data().as(old, at);
    }

    private DossierHistory voided(Decision decision) {
        int target = target(decision);
        if (alive() && clock.getFirst().sequence() == target)
            return new DossierHistory(events + 1, null, List.of(), List.of(), List.of());
        if (clockEntry(target).isPresent()) return clock(without(clock, target), decision);
        return others(
                others.stream().filter(entry -> entry.sequence() != target).toList());
    }

    private static int target(Decision decision) {
        if (decision.target() == null) throw new IllegalStateException("the decision names no fact: " + decision);
        return decision.target();
    }

    private DossierHistory clock(List<ClockEntry> entries, Decision decision) {
        var ruled = new ArrayList<>(entries);
        if (decision.rulings().size() <= FEW_RULINGS) decision.rulings().forEach(ruling -> rule(ruled, ruling));
        else ruleMany(ruled, decision.rulings());
        return counted(decision.taken() != null ? decision.taken() : taken, ruled, others, disputes);
    }

    private static void rule(List<ClockEntry> entries, Ruled ruled) {
        // an event mostly rules on what it brought itself
        for (int index = entries.size() - 1; index >= 0; index--) {
            ClockEntry entry = entries.get(index);
            if (entry.sequence() == ruled.fact() && entry.brought() == ruled.broughtPause())
                entries.set(index, entry.ruled(ruled.ruling()));
        }
    }

    private static void ruleMany(List<ClockEntry> entries, List<Ruled> rulings) {
        Map<Place, Ruling> byPlace = new HashMap<>();
        for (Ruled ruled : rulings) byPlace.put(new Place(ruled.fact(), ruled.broughtPause()), ruled.ruling());
        entries.replaceAll(entry -> {
            Ruling ruling = byPlace.get(new Place(entry.sequence(), entry.brought()));
            return ruling == null ? entry : entry.ruled(ruling);
        });
    }

    /** Which clock fact a ruling is about. */
    private record Place(int fact, boolean brought) {}

    private DossierHistory others(List<OtherEntry> others) {
        return counted(taken, clock, others, disputes);
    }

    private DossierHistory counted(
            @Nullable Taken taken, List<ClockEntry> clock, List<OtherEntry> others, List<Integer> disputes) {
        return new DossierHistory(events + 1, taken, clock, others, disputes);
    }

    private static <T> List<T> appended(List<T> list, T last) {
        var longer = new ArrayList<T>(list.size() + 1);
        longer.addAll(list);
        longer.add(last);
        return longer;
    }
}
