package hoso.standalone.verify;

import hoso.command.treehead.HeadTable;
import hoso.edge.heads.ProofFolder;
import hoso.proof.Incarnations;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The check of the events of a store, their heads and their texts.
 *
 * @param connection in a transaction that sees the store as it was at one moment
 * @param beside another one: the first is read from all the while
 * @param signs whether the store has a table of heads at all
 */
record StoreVerification(
        Connection connection,
        Connection beside,
        boolean signs,
        Outside outside,
        Findings findings,
        Progress progress) {

    private static final String NONE = "none there to compare with";

    void run() throws SQLException, IOException {
        var table = new HeadTable(connection);
        var incarnations = signs ? ordered(table) : Incarnations.first();
        long newestHead = signs ? table.last().map(HeadTable.Row::size).orElse(0L) : 0;
        long events = table.newestPosition();
        noteLosses(incarnations);
        progress.begin("Events", events);
        long last = walk(incarnations, newestHead);
        if (newestHead < last) findings.note("positions " + (newestHead + 1) + " to " + last + " are not signed yet");
        progress.begin("Streams", events);
        progress.end(new StreamWalk(findings, progress).walk(connection));
        progress.begin("Texts", texts(connection));
        progress.end(new TextWalk(findings, progress).walk(connection));
    }

    /** What is declared as lost by an order that was signed; where no key is at hand to tell, all that is declared. */
    private Incarnations ordered(HeadTable table) throws SQLException, IOException {
        var declared = table.incarnations();
        var losses = table.losses();
        if (losses.isEmpty()) return declared;
        findings.checked(Check.LOSSES, losses.size());
        var keys = outside.keys(ProofFolder.STORE);
        if (keys.isEmpty()) {
            findings.absent(Check.LOSSES, "no public key at hand");
            return declared;
        }
        Set<Integer> unsigned = new HashSet<>();
        for (var loss : losses)
            if (!loss.isSignedBy(keys)) {
                unsigned.add(loss.incarnation());
                findings.wrong(
                        Check.LOSSES,
                        loss.gap().from(),
                        "positions up to " + loss.gap().to()
                                + " are declared as lost by an order that no known key has signed");
            }
        return new Incarnations(declared.all().stream()
                .filter(incarnation -> !unsigned.contains(incarnation.number()))
                .toList());
    }

    private static long texts(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM store.free_text")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void noteLosses(Incarnations incarnations) {
        for (var incarnation : incarnations.all())
            incarnation
                    .gap()
                    .ifPresent(gap -> findings.note("incarnation " + incarnation.number() + " declares positions "
                            + gap.from() + " to " + gap.to() + " as lost"));
    }

    private long walk(Incarnations incarnations, long newestHead) throws SQLException, IOException {
        var signatures = new Signatures(Check.SIGNATURES, outside.keys(ProofFolder.STORE), findings);
        List<HeadsAlong> heads = new ArrayList<>();
        try (var logged = outside.leaves()) {
            if (logged == null) findings.absent(Check.LEAF_LOG, NONE);
            var table = signs ? new TableLines(new HeadTable(beside), newestHead, findings) : null;
            add(heads, Check.TABLE_HEADS, table, incarnations, signatures);
            add(heads, Check.FILE_HEADS, outside.file(findings), incarnations, signatures);
            if (outside.copy() != null)
                add(heads, Check.COPIED_HEADS, outside.copied(findings), incarnations, signatures);
            var walk = new StoreWalk(incarnations, heads, logged, StoreWalk.MISSING_MAX, findings, progress);
            walk.walk(connection);
            signatures.finish();
            progress.end(walk.seen());
            return walk.last();
        } finally {
            for (HeadsAlong along : heads) along.close();
        }
    }

    private void add(
            List<HeadsAlong> heads,
            Check check,
            @Nullable HeadLines lines,
            Incarnations incarnations,
            Signatures signatures)
            throws SQLException, IOException {
        if (lines == null) findings.absent(check, NONE);
        else heads.add(new HeadsAlong(check, lines, incarnations, signatures, findings));
    }
}
