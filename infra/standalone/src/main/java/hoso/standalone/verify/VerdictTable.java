package hoso.standalone.verify;

import java.io.PrintStream;
import java.util.Locale;

/** What came of a check of a whole store, for the person at the terminal: a line a check, and the verdict. */
public record VerdictTable(Findings findings) {

    private static final int NAME_WIDTH = 60;
    private static final int COUNT_WIDTH = 15;

    public void print(PrintStream out) {
        out.println(
                padded("Kiểm tra / Check", NAME_WIDTH) + " ".repeat(COUNT_WIDTH - 8) + "số / of   kết quả / result");
        for (Outcome outcome : findings.outcomes()) {
            String name = outcome.check().vietnamese() + " / " + outcome.check().english();
            String count = String.format(Locale.ROOT, "%," + COUNT_WIDTH + "d", outcome.checked());
            out.println(padded(name, NAME_WIDTH) + count + "   " + result(outcome));
            outcome.first()
                    .ifPresent(first ->
                            out.printf(Locale.ROOT, "  → vị trí / position %,d: %s%n", first.position(), first.what()));
        }
        findings.notes().forEach(note -> out.println("Ghi chú / Note: " + note));
        out.println(verdict());
    }

    private static String result(Outcome outcome) {
        if (outcome.wrong() > 0) return String.format(Locale.ROOT, "SAI / WRONG: %,d", outcome.wrong());
        return outcome.absent().map(why -> "không có / absent: " + why).orElse("đúng / ok");
    }

    private String verdict() {
        boolean nothing = findings.outcomes().stream().allMatch(outcome -> outcome.checked() == 0);
        if (!findings.intact()) return "Kết luận: KHO ĐÃ BỊ THAY ĐỔI / Verdict: NOT as it was stored and signed";
        return nothing
                ? "Kết luận: không có gì để kiểm tra / Verdict: nothing there to check"
                : "Kết luận: kho nguyên vẹn / Verdict: intact, as far as it was compared above";
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
