package hoso.command.intake;

import hoso.command.aggregate.Judging;
import hoso.command.aggregate.Verdict;
import hoso.event.Stream;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges offers in order, in chunks that go the way of single events: one unit of work each.
 *
 * <p>A reference line is a barrier: it is judged, and durable, before the next line is, so that a dossier's line is
 * decided with all reference lines before it.
 */
final class BulkIntake {

    private final Judging judging;

    BulkIntake(Judging judging) {
        this.judging = judging;
    }

    /** Judges all of them; each is counted once it is durable or refused. */
    void judge(List<Offer> offers, BulkAnswer answer) {
        List<Offer> chunk = new ArrayList<>();
        boolean reference = false;
        for (Offer offer : offers) {
            boolean isReference = offer instanceof Offer.Admitted admitted && admitted.kind() == Stream.Kind.REFERENCE;
            boolean barrier = !chunk.isEmpty() && isReference != reference && offer instanceof Offer.Admitted;
            if (barrier || chunk.size() == Judging.CHUNK_MAX) {
                judgeChunk(chunk, answer);
                chunk = new ArrayList<>();
            }
            if (offer instanceof Offer.Admitted) reference = isReference;
            chunk.add(offer);
        }
        judgeChunk(chunk, answer);
    }

    private void judgeChunk(List<Offer> chunk, BulkAnswer answer) {
        List<Judging.Item> items = chunk.stream()
                .filter(Offer.Admitted.class::isInstance)
                .map(offer -> ((Offer.Admitted) offer).item())
                .toList();
        List<Verdict> verdicts = items.isEmpty() ? List.of() : judging.judge(items);
        int next = 0;
        for (Offer offer : chunk)
            switch (offer) {
                case Offer.Admitted admitted -> answer.count(admitted, verdicts.get(next++));
                case Offer.Refused refused -> answer.count(refused);
            }
    }
}
