package hoso.query.audit.dispute;

import hoso.event.Amendment;
import hoso.event.EventKey;
import hoso.event.Fact;
import hoso.event.Note;
import hoso.event.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A dispute, and what followed.
 *
 * @param ruling the last one; empty while nobody has ruled
 * @param corrections those that carry out an upheld ruling: they name the dispute or the ruling by its id in their authority
 */
public record Dispute(StoredEvent claim, Optional<StoredEvent> ruling, List<StoredEvent> corrections) {

    public Dispute {
        corrections = List.copyOf(corrections);
    }

    /**
     * Of a dossier, in the order of their positions.
     *
     * @param events all of the dossier, in order
     */
    public static List<Dispute> all(List<StoredEvent> events) {
        List<Dispute> disputes = new ArrayList<>();
        for (StoredEvent event : events)
            if (event.event().fact() instanceof Note.Disputed) disputes.add(of(event, events));
        return disputes;
    }

    private static Dispute of(StoredEvent claim, List<StoredEvent> events) {
        Optional<StoredEvent> ruling = events.stream()
                .filter(event -> event.event().fact() instanceof Note.DisputeRuled
                        && Objects.equals(
                                event.event().decision().target(), claim.event().sequence()))
                .reduce((earlier, later) -> later);
        return new Dispute(claim, ruling, corrections(claim, ruling, events));
    }

    private static List<StoredEvent> corrections(
            StoredEvent claim, Optional<StoredEvent> ruling, List<StoredEvent> events) {
        if (ruling.filter(Dispute::isUpheld).isEmpty()) return List.of();
        return events.stream()
                .filter(event -> event.position() > ruling.get().position())
                .filter(event -> names(event.event().fact(), claim.event().key())
                        || names(event.event().fact(), ruling.get().event().key()))
                .toList();
    }

    private static boolean isUpheld(StoredEvent ruling) {
        return ((Note.DisputeRuled) ruling.event().fact()).verdict() == Note.Verdict.UPHELD;
    }

    private static boolean names(Fact fact, EventKey key) {
        return switch (fact) {
            case Amendment.Corrected corrected -> names(corrected.authority(), key.id());
            case Amendment.Voided voided -> names(voided.authority(), key.id());
            case Amendment.ClockRedecided redecided -> names(redecided.authority(), key.id());
            default -> false;
        };
    }

    /** Whether an id stands in a text, and no longer word around it. */
    static boolean names(String authority, String id) {
        for (int at = authority.indexOf(id); at >= 0; at = authority.indexOf(id, at + 1))
            if (!isWord(authority, at - 1) && !isWord(authority, at + id.length())) return true;
        return false;
    }

    private static boolean isWord(String text, int index) {
        return index >= 0 && index < text.length() && Character.isLetterOrDigit(text.charAt(index));
    }
}
