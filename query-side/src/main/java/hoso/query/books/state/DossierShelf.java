package hoso.query.books.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Dossiers kept in memory, those needed last above all: most events are about a dossier that had one lately. So it need
 * not be read for each of its events, nor be written more often than it must be. Not safe for threads.
 *
 * <p>They stand in rows. Who is needed goes to the newest row; one that has its part of the shelf is followed by another;
 * and where the shelf is full, those who still stand in the oldest leave it. So what is in memory is bounded, but for what
 * one batch adds, and few leave at a time.
 */
final class DossierShelf {

    /** More would keep hardly more of those that are needed again. */
    private static final int ROWS = 16;

    private final long bytesMax;
    private final Map<String, KeptDossier> all = new HashMap<>();

    /** Oldest first. Who has gone on to a newer row is still listed in the older one. */
    private final Deque<Row> rows = new ArrayDeque<>();

    private long bytes;

    private static final class Row {
        private final int number;
        private final List<KeptDossier> dossiers = new ArrayList<>();
        private long bytes;

        private Row(int number) {
            this.number = number;
        }

        private boolean has(KeptDossier dossier) {
            return dossier.row == number;
        }
    }

    DossierShelf(long bytesMax) {
        this.bytesMax = bytesMax;
        rows.add(new Row(0));
    }

    @Nullable
    KeptDossier find(String id) {
        KeptDossier found = all.get(id);
        if (found != null && !rows.getLast().has(found)) putIntoNewest(found);
        return found;
    }

    void add(KeptDossier dossier) {
        all.put(dossier.id(), dossier);
        dossier.size = dossier.bytes();
        bytes += dossier.size;
        putIntoNewest(dossier);
    }

    private void putIntoNewest(KeptDossier dossier) {
        Row newest = rows.getLast();
        dossier.row = newest.number;
        newest.dossiers.add(dossier);
        newest.bytes += dossier.size;
    }

    /** A dossier has changed that was found or added in this batch. */
    void recount(KeptDossier dossier) {
        int before = dossier.size;
        dossier.size = dossier.bytes();
        bytes += dossier.size - before;
        rows.getLast().bytes += dossier.size - before;
    }

    /** Ends a batch, and where the shelf is full makes room; answers who has left. */
    List<KeptDossier> makeRoom() {
        if (rows.getLast().bytes > bytesMax / ROWS) rows.add(new Row(rows.getLast().number + 1));
        List<KeptDossier> left = new ArrayList<>();
        while (bytes > bytesMax) {
            Row oldest = rows.remove();
            for (KeptDossier dossier : oldest.dossiers)
                if (oldest.has(dossier)) {
                    all.remove(dossier.id());
                    bytes -= dossier.size;
                    left.add(dossier);
                }
        }
        return left;
    }
}
