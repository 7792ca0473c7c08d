package hoso.standalone.verify;

import hoso.query.audit.evidence.EvidenceCheck;
import java.io.PrintStream;

/**
 * What came of a check of evidence, for the person at the terminal: a line a step, the account, and the verdict.
 *
 * @param compared whether the key was held against a fingerprint that was given
 */
public record EvidenceTable(EvidenceCheck.Outcome outcome, boolean compared) {

    public void print(PrintStream out) {
        for (EvidenceCheck.Step step : outcome.steps()) {
            out.println((step.wrong() == null ? "  ✓ " : "  ✗ ") + step.vi() + " / " + step.en());
            if (step.wrong() != null) out.println("    → " + step.wrong());
        }
        outcome.dossier().ifPresent(dossier -> out.println("\nHồ sơ / Dossier: " + dossier));
        outcome.sentences().forEach(sentence -> out.println("  " + sentence));
        outcome.last().ifPresent(last -> printLimit(out, last));
        outcome.fingerprint().ifPresent(fingerprint -> {
            out.println("\nDấu vân tay của khóa / Fingerprint of the key: " + fingerprint);
            if (!compared)
                out.println(
                        "  So với dấu vân tay cơ quan đã công bố / compare it with the one that the office has published");
        });
        out.println(verdict());
    }

    private static void printLimit(PrintStream out, long last) {
        out.printf(
                "%nKhông được chứng minh / Not proven: sau vị trí %1$d hồ sơ không còn sự kiện nào /"
                        + " that the dossier has no event after position %1$d%n",
                last);
    }

    private String verdict() {
        return outcome.wrong().isEmpty()
                ? "\nKết luận: bằng chứng đúng / Verdict: the evidence is as it was recorded and signed"
                : "\nKết luận: BẰNG CHỨNG SAI / Verdict: NOT as it was recorded and signed";
    }
}
