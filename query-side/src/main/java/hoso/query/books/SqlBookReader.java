package hoso.query.books;

import hoso.query.books.block.DayLines;
import hoso.query.books.block.Days;
import hoso.query.books.block.Folded;
import hoso.query.books.block.ProcedureBlocks;
import hoso.query.books.block.Span;
import hoso.query.books.block.UnitPages;
import hoso.query.books.line.Journal;
import hoso.query.books.line.JournalTail;
import hoso.query.books.line.LineKey;
import hoso.query.books.slot.BookState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Answers from the books in PostgreSQL: what is folded into blocks, and with it, or without it, what the journal holds
 * between there and the position asked about. All of it is seen in one snapshot.
 */
public final class SqlBookReader implements BookReader {

    private final BookSnapshots snapshots;
    private final JournalTail tail = new JournalTail();

    public SqlBookReader(DataSource dataSource) {
        this.snapshots = new BookSnapshots(dataSource);
    }

    @Override
    public Map<String, long[][]> sumsBefore(long position, Dimension dimension, Set<String> units, List<Instant> cuts) {
        return snapshots.read((connection, state, codes) -> {
            if (position > state.position())
                throw new IllegalArgumentException("position " + position + " is not in the books at " + state);
            var question = new SumsQuestion(codes, dimension, units, cuts);
            if (question.units.isEmpty()) return Map.of();
            Reach reach = Reach.of(state, position);
            addFolded(connection, reach.folded(), question);
            addJournal(connection, state, reach.by(), position, question);
            return question.answer();
        });
    }

    private static void addFolded(Connection connection, Folded folded, SumsQuestion question) throws SQLException {
        switch (question.dimension) {
            case OWNING_UNIT -> {
                Map<Integer, long[][]> units = new HashMap<>();
                UnitPages.read(
                        connection,
                        folded,
                        question.unitNumbers(),
                        question.days,
                        unit -> units.computeIfAbsent(unit, unseen -> pageSums(question)));
                units.forEach(question::addPages);
            }
            case CHANNEL -> {
                long[][] all = pageSums(question);
                UnitPages.read(connection, folded, question.unitNumbers(), question.days, unit -> all);
                question.addPages(0, all);
            }
            case FIELD, PROCEDURE -> addProcedures(connection, folded, question);
        }
        addPartsOfDays(connection, folded, question);
    }

    private static long[][] pageSums(SumsQuestion question) {
        return new long[question.days.length][UnitPages.WIDTH];
    }

    /** Of many units: all, less the few others. */
    private static void addProcedures(Connection connection, Folded folded, SumsQuestion question) throws SQLException {
        int[] units = question.unitNumbers();
        int[] others = question.otherUnitNumbers();
        if (units.length <= others.length) {
            addSome(connection, folded, question, units, 1);
            return;
        }
        ProcedureBlocks.readAll(connection, folded, question.days, procedures(question, 1));
        if (others.length > 0) addSome(connection, folded, question, others, -1);
    }

    private static void addSome(Connection connection, Folded folded, SumsQuestion question, int[] units, int sign)
            throws SQLException {
        ProcedureBlocks.readSome(connection, folded, units, question.days, procedures(question, sign));
        int[] days = Arrays.stream(question.days)
                .flatMap(day -> IntStream.range(firstOfEight(day), day))
                .distinct()
                .toArray();
        DayLines.read(connection, folded, units, days, (key, micros, amount) -> {
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
    private static void addPartsOfDays(Connection connection, Folded folded, SumsQuestion question)
            throws SQLException {
        int[] days = IntStream.range(0, question.cuts.length)
                .filter(cut -> !Days.begins(question.cuts[cut]))
                .map(cut -> question.days[cut])
                .distinct()
                .toArray();
        DayLines.read(connection, folded, question.unitNumbers(), days, (key, micros, amount) -> {
            if (!question.counts(key)) return;
            int lineDay = Days.of(micros);
            for (int cut = 0; cut < question.cuts.length; cut++)
                if (lineDay == question.days[cut] && micros < question.cuts[cut])
                    question.add(question.group(key), LineKey.measure(key), cut, amount);
        });
    }

    /**
     * @param by the position that the sums reach
     */
    private void addJournal(Connection connection, BookState state, long by, long position, SumsQuestion question)
            throws SQLException {
        if (by == state.folded() && position >= by) tail.read(connection, state, position, question::addLine);
        else if (by <= position) Journal.read(connection, state.slot(), by, position, Journal.lines(question::addLine));
        else
            Journal.read(
                    connection,
                    state.slot(),
                    position,
                    by,
                    Journal.lines((key, micros, amount) -> question.addLine(key, micros, -amount)));
    }
}
