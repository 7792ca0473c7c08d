package hoso.query.snapshot.head;

import hoso.proof.TreeHead.Covered;
import java.util.List;

/** The newest heads of stores that this query side knows of, which the heads of its chain quote. */
@FunctionalInterface
public interface KnownStoreHeads {

    /** Of a query side that no store's heads come to. */
    KnownStoreHeads NONE = List::of;

    /** In the transaction of whoever asks. */
    List<Covered> newest();
}
