package hoso.query.books.projection;

import hoso.event.Stream;
import hoso.query.books.block.Folding;
import hoso.query.books.line.JournalRows;
import hoso.query.books.line.Lines;
import hoso.query.books.line.Numbering;
import hoso.query.books.slot.BookState;
import hoso.query.books.slot.BookStates;
import hoso.query.books.slot.CodeTable;
import hoso.query.books.slot.Codes;
import hoso.query.books.slot.Slot;
import hoso.query.books.state.DossierTable;
import hoso.query.books.state.Parked;
import hoso.query.books.state.ParkedTable;
import hoso.query.books.state.PetitionTable;
import hoso.query.feed.Batch;
import hoso.query.ledger.Posting;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Writes the books of one slot: each batch in one transaction with the feed's place. What it keeps in memory holds only
 * as long as nothing fails: after any exception it and its connection are thrown away.
 */
final class BookWriter {

    private final Connection connection;
    private final BookStates states;
    private final CodeTable codeTable;
    private final DossierTable dossiers;
    private final PetitionTable petitions;
    private final ParkedTable parkedTable;
    private final Codes codes = new Codes();
    private final Numbering numbering = new Numbering(codes);
    private final Set<String> parked = new HashSet<>();
    /** Read by those who ask how far the books are. */
    private volatile BookState state;

    private volatile int parkedStreams;

    /**
     * @param connection in autocommit, and used by nobody else
     */
    BookWriter(Connection connection, Slot slot) throws SQLException {
        this.connection = connection;
        var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.states = new BookStates(sql);
        this.codeTable = new CodeTable(sql);
        this.dossiers = new DossierTable(connection, slot);
        this.petitions = new PetitionTable(connection, slot);
        this.parkedTable = new ParkedTable(sql, slot);
        this.state = states.of(slot);
        codeTable.readInto(codes, slot);
        parkedTable.read(state.position()).forEach(one -> parked.add(one.stream()));
        this.parkedStreams = parked.size();
        findByIndexOnly();
    }

    BookState state() {
        return state;
    }

    int parked() {
        return parkedStreams;
    }

    /** Events that are in the journal and not in the blocks. */
    long unfolded() {
        return state.position() - state.folded();
    }

    void take(Batch batch) throws SQLException {
        var fold = new BatchFold(batch, parked);
        fold.fold(
                dossiers.read(fold.begunBefore(Stream.Kind.DOSSIER)),
                petitions.read(fold.begunBefore(Stream.Kind.PETITION)));
        JournalRows journal = journal(fold);
        connection.setAutoCommit(false);
        journal.write(connection, state.slot());
        dossiers.write(fold.dossiers(), codes);
        petitions.write(fold.petitions());
        parkedTable.write(fold.parked());
        codeTable.write(codes.takeAdded(), state.slot());
        states.advance(state, batch.end(), codes.size());
        connection.commit();
        connection.setAutoCommit(true);
        for (Parked one : fold.parked()) parked.add(one.stream());
        parkedStreams = parked.size();
        state = states.of(state.slot());
    }

    void fold() throws SQLException {
        Folding.fold(connection, state);
        state = states.of(state.slot());
    }

    private JournalRows journal(BatchFold fold) {
        var rows = new JournalRows();
        long position = state.position();
        var lines = new Lines(64);
        for (Posting posting : fold.postings()) {
            numbering.each(posting, lines.clear());
            rows.event(++position, lines);
        }
        return rows;
    }

    /** The planner knows nothing of how many rows a batch has; a scan of all dossiers would be its worst guess. */
    private void findByIndexOnly() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off");
        }
    }
}
