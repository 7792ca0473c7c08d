package hoso.query.snapshot.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.query.snapshot.chain.ChainWalk;
import hoso.query.snapshot.chain.Link;
import hoso.query.snapshot.chain.Tampering;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a walk along the chain has seen.
 *
 * @param intact whether all of its rows are what was added
 * @param rows how many it has looked at
 * @param last of them; to be kept elsewhere, since rows taken from the end are missed by nothing that is left
 * @param next the parameter {@code after} of the next page; absent after the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChainAnswer(
        boolean intact,
        long rows,
        @Nullable Last last,
        List<Damaged> damaged,
        @Nullable Long next) {

    record Last(long number, String hash) {}

    record Damaged(long number, List<String> tampering) {}

    static ChainAnswer of(ChainWalk walk) {
        return new ChainAnswer(
                walk.damaged().isEmpty(),
                walk.rows(),
                walk.last().map(link -> new Last(link.number(), link.hash())).orElse(null),
                walk.damaged().stream()
                        .map(row -> new Damaged(
                                row.number(),
                                row.tampering().stream()
                                        .map(Tampering::sentence)
                                        .toList()))
                        .toList(),
                walk.more() ? walk.last().map(Link::number).orElse(null) : null);
    }
}
