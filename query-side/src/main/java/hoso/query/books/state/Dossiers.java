package hoso.query.books.state;

import hoso.event.history.DossierHistory;
import hoso.query.books.packed.DossierCodec;
import hoso.query.books.slot.Codes;
import hoso.query.books.slot.WriteBehind;
import hoso.query.books.state.DossierTable.KnownDossier;
import hoso.query.ledger.Contribution;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The dossiers of one slot, for whoever takes events into them: some on the shelf, all the others as rows. What has
 * changed is written when there is no room for it any longer, or when that is asked for.
 */
public final class Dossiers {

    /** Of a history: nearly all have less, and at most those of one batch are read at once. */
    private static final int SMALL_BYTES = 2_048;

    /** Of larger histories, which may have 2,000 facts: some 50 MB at the worst. */
    private static final int LARGE_AT_ONCE = 32;

    /** One COPY and one UPDATE for so many: more gain nothing, and their rows take memory. */
    private static final int WRITTEN_AT_ONCE = 8_192;

    private final WriteBehind writes;
    private final DossierTable table;
    private final DossierShelf shelf;
    private final Codes codes;

    /** Not yet read from their rows. */
    private final Map<String, KeptDossier> unread = new LinkedHashMap<>();

    /** Since they were last written; some may have been written since they were noted here. */
    private List<KeptDossier> changed = new ArrayList<>();

    /**
     * @param shelfBytes of the heap, about, for those that are needed again soon
     */
    public Dossiers(WriteBehind writes, DossierTable table, long shelfBytes, Codes codes) {
        this.writes = writes;
        this.table = table;
        this.shelf = new DossierShelf(shelfBytes);
        this.codes = codes;
    }

    /**
     * A dossier that stays in memory until {@link #makeRoom}; it may be that {@link #readUnread} must be called before
     * it tells how the dossier stands.
     *
     * @param begins whether its first event is about to come, so that it can have no row
     */
    public KeptDossier get(String id, boolean begins) {
        KeptDossier dossier = shelf.find(id);
        if (dossier == null) {
            dossier = new KeptDossier(id, !begins);
            shelf.add(dossier);
        }
        if (dossier.unread) unread.put(id, dossier);
        return dossier;
    }

    /**
     * Reads how the dossiers stand that were not on the shelf.
     *
     * @param all also where there are many large ones, which then are all in memory
     * @return false where that is so and was not asked for; they are still unread then
     */
    public boolean readUnread(boolean all) throws SQLException {
        Map<String, KnownDossier> rows = rows(unread.keySet(), SMALL_BYTES);
        List<String> large = new ArrayList<>();
        rows.forEach((id, row) -> {
            if (row.state() == null) large.add(id);
        });
        boolean tooMuch = large.size() > LARGE_AT_ONCE && !all;
        if (!tooMuch) {
            rows.putAll(rows(large, Integer.MAX_VALUE));
            for (KeptDossier dossier : unread.values()) read(dossier, rows.get(dossier.id()));
        }
        unread.clear();
        return !tooMuch;
    }

    /** After all that has left the shelf has been written. */
    private Map<String, KnownDossier> rows(Collection<String> ids, int stateBytesMax) throws SQLException {
        if (ids.isEmpty()) return new HashMap<>();
        List<String> asked = List.copyOf(ids);
        return writes.now(() -> table.read(asked, stateBytesMax));
    }

    private void read(KeptDossier dossier, @Nullable KnownDossier row) {
        dossier.unread = false;
        if (row == null) return;
        DossierHistory history = DossierCodec.read(Objects.requireNonNull(row.state()));
        dossier.read(history, Contribution.of(history), row.elsewhere());
        dossier.stored = true;
        shelf.recount(dossier);
    }

    /** Notes that an event has changed a dossier. */
    public void changed(KeptDossier dossier) {
        shelf.recount(dossier);
        if (dossier.changed) return;
        dossier.changed = true;
        changed.add(dossier);
    }

    /** Ends a batch: where the shelf is full, those that were not needed for long are written and leave it. */
    public void makeRoom() throws SQLException {
        List<KeptDossier> left = shelf.makeRoom();
        if (left.isEmpty()) return;
        write(left);
        changed.removeIf(dossier -> !dossier.changed);
    }

    /** Writes all that have changed. */
    public void write() throws SQLException {
        write(changed);
        changed = new ArrayList<>();
    }

    private void write(List<KeptDossier> dossiers) throws SQLException {
        List<KeptDossier> unwritten = new ArrayList<>(dossiers);
        unwritten.removeIf(dossier -> !dossier.changed);
        for (int from = 0; from < unwritten.size(); from += WRITTEN_AT_ONCE) {
            List<KeptDossier> some = unwritten.subList(from, Math.min(from + WRITTEN_AT_ONCE, unwritten.size()));
            var rows = new DossierTable.Rows(some, codes);
            for (KeptDossier dossier : some) {
                dossier.changed = false;
                dossier.stored = true;
            }
            writes.soon(rows.size(), () -> table.write(rows));
        }
    }
}
