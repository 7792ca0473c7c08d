package hoso.query.snapshot.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.query.snapshot.content.Differences.Difference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replay came to.
 *
 * @param matches the events give what was frozen, and neither they nor the snapshot were tampered with
 * @param sha256 of what was made anew, in its canonical form; absent where nothing could be
 * @param frozenSha256 of what was frozen
 * @param events folded
 * @param compared byte for byte, or under another edition cell by cell what both have
 * @param editions of the ledger's rules, of the catalogue and of the shape, then and now; absent where they are the same
 * @param tampering what shows that the snapshot is no longer what was added to the chain
 * @param damagedEvents the first that are not what was taken into the log
 * @param differences the first of them
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ReplayOutcome(
        String id,
        boolean matches,
        @Nullable String sha256,
        String frozenSha256,
        long events,
        double seconds,
        long eventsPerSecond,
        Comparison compared,
        @Nullable Editions editions,
        List<String> tampering,
        List<DamagedEvent> damagedEvents,
        List<Difference> differences) {

    /** How it was compared. */
    public enum Comparison {
        BYTES,
        COMMON_CELLS
    }

    /** The versions that made each. */
    public record Editions(
            int frozenEdition, int edition, String frozenCatalogue, String catalogue, int frozenLayout, int layout) {}

    public ReplayOutcome {
        tampering = List.copyOf(tampering);
        damagedEvents = List.copyOf(damagedEvents);
        differences = List.copyOf(differences);
    }
}
