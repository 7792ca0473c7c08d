package hoso.query.wiring;

/** The books were migrated by a newer version of this program, which this one must neither write nor read for. */
public final class NewerBooks extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NewerBooks(String script) {
        super("the schema of the books is of a newer version: " + script + " is unknown to this program");
    }
}
