package hoso.query.snapshot.chain;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.query.question.KnownReference;
import hoso.query.snapshot.SnapshotKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a frozen report is found by, and who may see it told by.
 *
 * @param unit as the ledger calls it
 * @param tree the date whose tree of units rolls it up
 * @param provisional the period had not ended
 * @param at that cut the period; null where it had ended, and in rows of before it was written here
 * @param position of the ledger that it was frozen at
 * @param pending its {@code pending.total}, which the next report should carry over
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record About(
        SnapshotKind kind,
        String unit,
        LocalDate from,
        LocalDate to,
        LocalDate tree,
        boolean provisional,
        @Nullable Instant at,
        long position,
        long pending) {

    public About {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(tree);
    }

    /** The units whose figures it adds up, as they were known then. */
    public Set<String> subtree(KnownReference reference) {
        return reference.asOf(position).tree(tree).subtree(unit);
    }
}
