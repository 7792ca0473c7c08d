package hoso.standalone.verify;

import hoso.proof.SignedHead;
import hoso.proof.VerifyingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks signatures, some hundred at a time on all processors: one costs a hundred microseconds. */
final class Signatures {

    private static final int AT_ONCE = 512;

    private final Check check;
    private final Map<String, VerifyingKey> keys;
    private final Findings findings;
    private final List<SignedHead> waiting = new ArrayList<>();

    Signatures(Check check, List<VerifyingKey> keys, Findings findings) {
        this.check = check;
        this.keys =
                keys.stream().collect(Collectors.toMap(VerifyingKey::fingerprint, Function.identity(), (a, b) -> a));
        this.findings = findings;
    }

    /** The same head twice in a row is looked at once. */
    void add(SignedHead head) {
        if (keys.isEmpty()) findings.absent(check, "no public key at hand");
        if (keys.isEmpty() || (!waiting.isEmpty() && waiting.getLast().equals(head))) return;
        waiting.add(head);
        if (waiting.size() >= AT_ONCE) finish();
    }

    void finish() {
        Map<Boolean, List<SignedHead>> signed =
                waiting.parallelStream().collect(Collectors.partitioningBy(this::isSigned));
        findings.checked(check, waiting.size());
        signed.getOrDefault(true, List.of()).forEach(head -> findings.signedWith(check, head.key()));
        signed.getOrDefault(false, List.of())
                .forEach(head -> findings.wrong(
                        check,
                        head.head().size(),
                        keys.containsKey(head.key())
                                ? "the signature is not that of its key"
                                : "signed by an unknown key"));
        waiting.clear();
    }

    private boolean isSigned(SignedHead head) {
        VerifyingKey key = keys.get(head.key());
        return key != null && head.isSignedBy(key);
    }
}
