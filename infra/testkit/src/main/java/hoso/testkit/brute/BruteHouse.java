package hoso.testkit.brute;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The brute-force house: takes CloudEvents line by line, in order of arrival, with every right, and gives the verdict of
 * the contract on each; answers reports and drill-downs straight from the facts it took. It keeps the accepted events
 * with what they recorded, and nothing else: everything is derived from them anew at every question.
 */
public final class BruteHouse {
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final int MOST_FACTS = 1000;

    private final List<BruteEvent> accepted = new ArrayList<>();

    /** Offers one line at the instant {@code now}: {@code accepted}, {@code duplicate}, or the code of the refusal. */
    public String offer(String line, Instant now) {
        try {
            BruteEvent event = BruteDoor.read(line);
            refuseFuture(event, now);
            List<BruteEvent> earlier = about(event.kind(), event.subject());
            for (BruteEvent known : earlier) {
                if (known.hasKeyOf(event)) {
                    return repeated(known, event, earlier);
                }
            }
            new BruteReferences(accepted).refuseUnknown(event, earlier);
            refuseTooMany(event, earlier);
            BruteEvent placed = event.accepted(position() + 1, Map.of());
            accepted.add(placed.accepted(placed.position(), judge(placed, earlier)));
            return "accepted";
        } catch (BruteRefusal refusal) {
            return refusal.code();
        }
    }

    /** How many events were accepted so far: the {@code asOf} of questions counts them. */
    public long position() {
        return accepted.size();
    }

    /** The report that answers the question; the unit must be known as of its position. */
    public BruteAnswer report(BruteQuestion question) {
        return books(question.asOf()).report(question);
    }

    /**
     * The ids of the dossiers behind one cell, as {@code resolved.late}, of the total of that report, or of those that the
     * national portal sees otherwise, {@code portal.differs}.
     */
    public SortedSet<String> dossiers(BruteQuestion question, String cell) {
        BruteReport books = books(question.asOf());
        return cell.equals("portal.differs") ? books.seenOtherwise(question) : books.behind(question, cell);
    }

    /** The ids of the dossiers that fall due in what is left of the day on which that report ends, or in so many whole days after. */
    public SortedSet<String> dueWithin(BruteQuestion question, int days) {
        return books(question.asOf()).dueWithin(question, days);
    }

    /** How many of those dossiers each direct child of the unit asked about has, and that unit itself where it owns any. */
    public SortedMap<String, Long> byUnit(BruteQuestion question, Collection<String> ids) {
        return books(question.asOf()).byUnit(question, ids);
    }

    /**
     * The ids of the dossiers of which the national portal says otherwise for one cause: {@code NOT_SYNCED},
     * {@code CLOSED_THERE_ALONE} or {@code NEVER_CLOSED_THERE}.
     */
    public SortedSet<String> mismatched(BruteQuestion question, String cause) {
        return books(question.asOf()).mismatched(question, cause);
    }

    /**
     * The ids of the late dossiers of whose apology that is to be said: {@code withoutLetter}, {@code promised}, {@code promisePassed},
     * {@code kept} or {@code broken}.
     */
    public SortedSet<String> apologies(BruteQuestion question, String matter) {
        return books(question.asOf()).apologies(question, matter);
    }

    /**
     * What each criterion of the scoreboard counts, the numerator first: by its code, and by its code with {@code @portal}
     * where the national portal's rule differs.
     */
    public SortedMap<String, List<Long>> scoreboard(BruteQuestion question) {
        return books(question.asOf()).scoreboard(question);
    }

    /** Each identity of the domain, by its number, and whether it holds on that report. */
    public SortedMap<Integer, Boolean> identities(BruteQuestion question) {
        return BruteIdentities.of(books(question.asOf()), question);
    }

    /** Every dossier that stands, by its id, as of the given number of accepted events. */
    public SortedMap<String, BruteDossier> dossiers(long asOf) {
        SortedMap<String, BruteDossier> dossiers = new TreeMap<>();
        books(asOf).dossiers().forEach(dossier -> dossiers.put(dossier.id(), dossier));
        return dossiers;
    }

    /** One dossier as it stands now; absent where it was never received, or its receipt was voided. */
    public Optional<BruteDossier> dossier(String id) {
        return BruteLife.present(about("dossier", id)).map(BruteDossier::of);
    }

    /** The clock account of a dossier as of the given number of accepted events; absent where it does not stand then. */
    public Optional<BruteAccount> account(String id, long asOf) {
        List<BruteEvent> known = upTo(asOf);
        List<BruteEvent> its = known.stream()
                .filter(event -> event.subject().equals(id) && event.kind().equals("dossier"))
                .toList();
        return BruteAccount.of(known, its, calendars(known));
    }

    /** Whether that unit was known as of the given number of accepted events; else it cannot be asked for. */
    public boolean knowsUnit(String unit, long asOf) {
        return new BruteTree(upTo(asOf)).knows(unit);
    }

    private List<BruteEvent> upTo(long asOf) {
        return accepted.subList(0, Math.toIntExact(Math.min(asOf, position())));
    }

    BruteReport books(long asOf) {
        return new BruteReport(upTo(asOf));
    }

    private List<BruteEvent> about(String kind, String subject) {
        return accepted.stream()
                .filter(event -> event.subject().equals(subject) && event.kind().equals(kind))
                .toList();
    }

    private static void refuseFuture(BruteEvent event, Instant now) {
        Instant latest = now.plus(SKEW);
        boolean future = event.time().isAfter(latest)
                || (event.is("dossier.corrected")
                        && event.data().has("time")
                        && BruteJson.instant(event.data().get("time")).isAfter(latest));
        BruteRefusal.when(future, "in-the-future");
    }

    private static String repeated(BruteEvent known, BruteEvent event, List<BruteEvent> earlier) {
        if (!known.sameContent(event)) {
            return "id-reused";
        }
        boolean voided = event.kind().equals("dossier")
                && BruteLife.of(earlier).stream().anyMatch(life -> life.has(known) && life.hasVoided(known));
        return voided ? "voided" : "duplicate";
    }

    /**
     * Other facts and notes on the one side; clock facts, corrections, voids and re-decisions on the other. An order to
     * erase is never shut out.
     */
    private static void refuseTooMany(BruteEvent event, List<BruteEvent> earlier) {
        if (event.kind().equals("dossier") && !event.is("dossier.texts-erased")) {
            boolean clock = countsWithClock(event);
            long alike = earlier.stream()
                    .filter(known -> countsWithClock(known) == clock)
                    .count();
            BruteRefusal.when(alike >= MOST_FACTS, "too-many-facts");
        }
    }

    private static boolean countsWithClock(BruteEvent event) {
        return BruteStep.isClock(event.type())
                || event.is("dossier.corrected")
                || event.is("dossier.voided")
                || event.is("dossier.clock-redecided");
    }

    private Map<BruteStepKey, BruteDecision> judge(BruteEvent event, List<BruteEvent> earlier) {
        switch (event.kind()) {
            case "unit" -> {
                List<BruteEvent> withIt = new ArrayList<>(accepted);
                withIt.add(event);
                BruteRefusal.when(new BruteTree(withIt).hasCycle(), "contradicts-history");
            }
            case "petition" -> BrutePetition.judge(earlier, event);
            case "dossier" -> {
                BruteHistory history =
                        new BruteHistory(new BruteClock(calendars(accepted)), new BruteProcedures(accepted));
                return BruteLife.present(earlier)
                        .map(life -> history.judge(life, event))
                        .orElseGet(() -> history.begin(event));
            }
            default -> {}
        }
        return new HashMap<>();
    }

    private static BruteCalendars calendars(List<BruteEvent> known) {
        BruteCalendars calendars = BruteCalendars.shipped();
        for (BruteEvent event : known) {
            if (event.is("calendar.published")) {
                calendars.publish(Integer.parseInt(event.subject()), BruteCalendar.published(event.data()));
            }
        }
        return calendars;
    }
}
