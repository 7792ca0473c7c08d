package hoso.query.books.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Dossiers kept in memory, those needed last above all: most events are about a dossier that had one lately. So it need
 * not be read for each of its events, nor be written more often than it must be. Not safe for threads.
 *
 * <p>There are two halves. Who is needed goes to the recent one; when that is full, all who are left in the other leave
 * the shelf, and it becomes the other. So what is in memory is bounded, but for what one batch adds.
 */
final class DossierShelf {

    private final long bytesMaxOfHalf;
    private Map<String, KeptDossier> recent = new HashMap<>();
    private Map<String, KeptDossier> older = new HashMap<>();
    private long recentBytes;

    DossierShelf(long bytesMax) {
        this.bytesMaxOfHalf = bytesMax / 2;
    }

    @Nullable
    KeptDossier find(String id) {
        KeptDossier found = recent.get(id);
        if (found != null) return found;
        found = older.remove(id);
        if (found != null) add(found);
        return found;
    }

    void add(KeptDossier dossier) {
        recent.put(dossier.id(), dossier);
        dossier.size = dossier.bytes();
        recentBytes += dossier.size;
    }

    /** A dossier of the recent half has changed. */
    void recount(KeptDossier dossier) {
        int before = dossier.size;
        dossier.size = dossier.bytes();
        recentBytes += dossier.size - before;
    }

    boolean isFull() {
        return recentBytes > bytesMaxOfHalf;
    }

    /** Makes room; answers who has left. */
    List<KeptDossier> turn() {
        List<KeptDossier> left = new ArrayList<>(older.values());
        older = recent;
        recent = HashMap.newHashMap(older.size());
        recentBytes = 0;
        return left;
    }
}
