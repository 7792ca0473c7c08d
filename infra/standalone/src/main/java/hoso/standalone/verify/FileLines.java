package hoso.standalone.verify;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The heads of a store in a file. */
final class FileLines implements HeadLines {

    private final Check check;
    private final Findings findings;
    private final FileText text;
    private long last;

    FileLines(Path file, long bytes, Check check, Findings findings) throws IOException {
        this.check = check;
        this.findings = findings;
        this.text = new FileText(file, bytes);
    }

    @Override
    public @Nullable HeadLine next() throws IOException {
        for (String line = text.next(); line != null; line = text.next()) {
            try {
                var head = HeadLine.of(line);
                if (head.size() >= last) {
                    last = head.size();
                    return head;
                }
                findings.wrong(check, head.size(), "line " + text.number() + " stands out of order");
            } catch (IllegalArgumentException changed) {
                findings.wrong(check, last + 1, "line " + text.number() + " cannot be read");
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
