package hoso.command.store;

/** The database was migrated by a newer version of this program, which this one must not write for. */
public final class NewerSchema extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NewerSchema(String version) {
        super("the store's schema is of a newer version: " + version + " is unknown to this program");
    }
}
