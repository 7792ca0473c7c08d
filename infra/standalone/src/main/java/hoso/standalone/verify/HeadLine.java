package hoso.standalone.verify;

import hoso.proof.SignedHead;
import hoso.proof.TreeHead;

/** A signed head of a store that could be read. */
record HeadLine(SignedHead signed, TreeHead.Store head) {

    /** @throws IllegalArgumentException where it is none */
    static HeadLine of(String line) {
        var signed = SignedHead.read(line);
        if (signed.head() instanceof TreeHead.Store store) return new HeadLine(signed, store);
        throw new IllegalArgumentException("the head of something else than a store");
    }

    long size() {
        return head.size();
    }
}
