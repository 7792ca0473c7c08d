package hoso.query.snapshot.chain;

import hoso.query.canonical.Canonical;
import hoso.query.snapshot.Joint;
import java.util.Optional;

/** What is to be added to the chain, before it has its place there. */
public sealed interface Draft {

    /** Subject of the token that adds it. */
    String by();

    /** In canonical form. */
    byte[] content();

    /** A report. */
    record Report(String by, byte[] content, About about, Optional<Joint> joint) implements Draft {}

    /**
     * Who answers for a report.
     *
     * @param content of a {@link Signed}
     * @param snapshot number of the report
     */
    record Signature(String by, byte[] content, long snapshot) implements Draft {

        public static Signature of(String by, Signed signed, long snapshot) {
            return new Signature(by, Canonical.bytes(signed), snapshot);
        }
    }

    /** What a row of a signature holds: the name of the office, the title of whoever signs, the number of the decision. */
    record Signed(String office, String title, String decision) {}
}
