package hoso.command.treehead;

import hoso.proof.Incarnations.Gap;
import hoso.proof.SignedHead;
import hoso.proof.TreeHead;
import hoso.proof.VerifyingKey;
import java.util.Collection;

/**
 * Positions that a store has declared as lost.
 *
 * @param incarnation that it goes on as
 * @param order to do so: a signed line, see {@link TreeHead.Loss}
 */
public record DeclaredLoss(int incarnation, Gap gap, String order) {

    /** Whether an instance that had one of these keys has carried the order out: a row alone is anybody's who has the database. */
    public boolean isSignedBy(Collection<VerifyingKey> keys) {
        try {
            SignedHead signed = SignedHead.read(order);
            return signed.head() instanceof TreeHead.Loss loss
                    && loss.incarnation() == incarnation
                    && loss.lostFrom() == gap.from()
                    && loss.lostTo() == gap.to()
                    && keys.stream().anyMatch(signed::isSignedBy);
        } catch (IllegalArgumentException unsigned) {
            return false;
        }
    }
}
