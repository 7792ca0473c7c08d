package hoso.query.books.projection;

import hoso.query.books.state.Parked;
import hoso.query.ledger.Posting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stream after its events of a batch.
 *
 * @param position of the last event that was folded; 0 where none was
 * @param postings one for each event of the stream in the batch
 * @param parked where an event could not be folded; it and those after it post nothing
 */
record FoldedStream<H>(
        H history,
        long position,
        boolean elsewhere,
        List<Posting> postings,
        @Nullable Parked parked) {}
