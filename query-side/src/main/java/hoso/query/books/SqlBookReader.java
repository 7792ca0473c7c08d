package hoso.query.books;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.query.books.block.DayLines;
import hoso.query.books.block.Days;
import hoso.query.books.block.ProcedureBlocks;
import hoso.query.books.block.Span;
import hoso.query.books.block.UnitPages;
import hoso.query.books.line.Journal;
import hoso.query.books.line.JournalTail;
import hoso.query.books.line.LineKey;
import hoso.query.books.slot.BookState;
import hoso.query.books.slot.Slot;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Answers from the books in PostgreSQL: what is folded into blocks, and with it, or without it, what the journal holds
 * between there and the position asked about. All of it is seen in one snapshot.
 */
public final class SqlBookReader implements BookReader {

    /**
     * Events that a question may read back from the journal, at some half a microsecond each, like any other. Who looks
     * back further holds a connection and a processor for long: one at a time, so that the others find theirs.
     */
    private static final long NEAR_EVENTS = 524_288;

    /** How long who looks back further waits for the one before, without a connection. */
    private static final long TURN_WITHIN_MS = 5_000;

    private final BookSnapshots snapshots;
    private final Semaphore farBack = new Semaphore(1, true);
    private final long nearEvents;
    private final JournalTail tail = new JournalTail();

    public SqlBookReader(DataSource dataSource) {
        this(dataSource, NEAR_EVENTS);
    }

    SqlBookReader(DataSource dataSource, long nearEvents) {
        this.nearEvents = nearEvents;
        this.snapshots = new BookSnapshots(dataSource);
    }

    @Override
    public Map<String, long[][]> sumsBefore(long position, Dimension dimension, Set<String> units, List<Instant> cuts) {
        return answer(position, dimension, units, cuts, false)
                .orElseGet(() -> inTurn(position, dimension, units, cuts));
    }

    private Map<String, long[][]> inTurn(long position, Dimension dimension, Set<String> units, List<Instant> cuts) {
        try {
            if (!farBack.tryAcquire(TURN_WITHIN_MS, TimeUnit.MILLISECONDS))
                throw Problem.of(ProblemCode.UNAVAILABLE, "other questions that look back as far are being answered");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Problem.of(ProblemCode.UNAVAILABLE, "the service is being stopped");
        }
        try {
            return answer(position, dimension, units, cuts, true).orElseThrow();
        } finally {
            farBack.release();
        }
    }

    /**
     * @param far whether it is this one's turn to look back far; else the answer is empty where that is needed
     */
    private Optional<Map<String, long[][]>> answer(
            long position, Dimension dimension, Set<String> units, List<Instant> cuts, boolean far) {
        return snapshots.read((connection, state, codes) -> {
            if (!far && state.folded() - position > nearEvents) return Optional.empty();
            if (position > state.position())
                throw new IllegalArgumentException("position " + position + " is not in the books at " + state);
            var question = new SumsQuestion(codes, dimension, units, cuts);
            if (question.units.isEmpty()) return Optional.of(Map.of());
            addFolded(connection, state.slot(), question);
            addJournal(connection, state, position, question);
            return Optional.of(question.answer());
        });
    }

    private static void addFolded(Connection connection, Slot slot, SumsQuestion question) throws SQLException {
        switch (question.dimension) {
            case OWNING_UNIT -> {
                Map<Integer, long[][]> units = new HashMap<>();
                UnitPages.read(
                        connection,
                        slot,
                        question.unitNumbers(),
                        question.days,
                        unit -> units.computeIfAbsent(unit, unseen -> pageSums(question)));
                units.forEach(question::addPages);
            }
            case CHANNEL -> {
                long[][] all = pageSums(question);
                UnitPages.read(connection, slot, question.unitNumbers(), question.days, unit -> all);
                question.addPages(0, all);
            }
            case FIELD, PROCEDURE -> addProcedures(connection, slot, question);
        }
        addPartsOfDays(connection, slot, question);
    }

    private static long[][] pageSums(SumsQuestion question) {
        return new long[question.days.length][UnitPages.WIDTH];
    }

    /** Of many units: all, less the few others. */
    private static void addProcedures(Connection connection, Slot slot, SumsQuestion question) throws SQLException {
        int[] units = question.unitNumbers();
        int[] others = question.otherUnitNumbers();
        if (units.length <= others.length) {
            addSome(connection, slot, question, units, 1);
            return;
        }
        ProcedureBlocks.readAll(connection, slot, question.days, procedures(question, 1));
        if (others.length > 0) addSome(connection, slot, question, others, -1);
    }

    private static void addSome(Connection connection, Slot slot, SumsQuestion question, int[] units, int sign)
            throws SQLException {
        ProcedureBlocks.readSome(connection, slot, units, question.days, procedures(question, sign));
        int[] days = Arrays.stream(question.days)
                .flatMap(day -> IntStream.range(firstOfEight(day), day))
                .distinct()
                .toArray();
        DayLines.read(connection, slot, units, days, (key, micros, amount) -> {
            int lineDay = Days.of(micros);
            for (int cut = 0; cut < question.days.length; cut++)
                if (lineDay >= firstOfEight(question.days[cut])
                        && lineDay < question.days[cut]
                        && LineKey.procedure(key) != 0)
                    question.add(question.group(key), LineKey.measure(key), cut, sign * amount);
        });
    }

    private static int firstOfEight(int day) {
        return Span.EIGHT.block(day) * Span.EIGHT.days();
    }

    private static ProcedureBlocks.Sink procedures(SumsQuestion question, int sign) {
        boolean byField = question.dimension == Dimension.FIELD;
        return (procedure, field, measure, cut, amount) ->
                question.add(byField ? field : procedure, measure, cut, sign * amount);
    }

    /** The days that a cut falls into. */
    private static void addPartsOfDays(Connection connection, Slot slot, SumsQuestion question) throws SQLException {
        int[] days = IntStream.range(0, question.cuts.length)
                .filter(cut -> !Days.begins(question.cuts[cut]))
                .map(cut -> question.days[cut])
                .distinct()
                .toArray();
        DayLines.read(connection, slot, question.unitNumbers(), days, (key, micros, amount) -> {
            if (!question.counts(key)) return;
            int lineDay = Days.of(micros);
            for (int cut = 0; cut < question.cuts.length; cut++)
                if (lineDay == question.days[cut] && micros < question.cuts[cut])
                    question.add(question.group(key), LineKey.measure(key), cut, amount);
        });
    }

    private void addJournal(Connection connection, BookState state, long position, SumsQuestion question)
            throws SQLException {
        if (position >= state.folded()) tail.read(connection, state, position, question::addLine);
        else
            Journal.read(
                    connection,
                    state.slot(),
                    position,
                    state.folded(),
                    Journal.lines((key, micros, amount) -> question.addLine(key, micros, -amount)));
    }
}
