package hoso.query.snapshot.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The files that documents are made of, to be edited in Word and Excel; ADR 0018 tells what may stand in them. */
enum Template {
    REPORT("report.docx"),
    FORM("form.xlsx");

    private final String file;

    Template(String file) {
        this.file = file;
    }

    byte[] bytes() {
        try (InputStream resource = Objects.requireNonNull(Template.class.getResourceAsStream(file), file)) {
            return resource.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
