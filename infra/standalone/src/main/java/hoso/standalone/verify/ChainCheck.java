package hoso.standalone.verify;

import hoso.query.snapshot.chain.Chain;
import hoso.query.snapshot.chain.Tampering;
import java.util.stream.Collectors;

/** Along the rows of the chain of snapshots. */
record ChainCheck(Chain chain, Findings findings) {

    private static final int ROWS_AT_ONCE = 1_000;

    void walk() {
        findings.checked(Check.CHAIN, 0);
        long after = 0;
        for (var walked = chain.walk(after, ROWS_AT_ONCE);
                walked.rows() > 0;
                walked = chain.walk(after, ROWS_AT_ONCE)) {
            findings.checked(Check.CHAIN, walked.rows());
            walked.damaged()
                    .forEach(damaged -> findings.wrong(
                            Check.CHAIN,
                            damaged.number(),
                            damaged.tampering().stream()
                                    .map(Tampering::sentence)
                                    .collect(Collectors.joining("; "))));
            if (walked.last().isEmpty()) return;
            after = walked.last().get().number();
        }
    }
}
