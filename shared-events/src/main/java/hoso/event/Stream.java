package hoso.event;

/**
 * What is decided together, and in order.
 *
 * @param name of the stream in the store, as {@code d/H20.12-240221-0001}: made once, since all that handles an event asks
 *     for it
 */
public record Stream(Kind kind, String name) {

    /** Units, procedures and calendars are decided as one: a change to one of them can contradict another. */
    public static final Stream REFERENCE = new Stream(Kind.REFERENCE, "r/");

    public enum Kind {
        DOSSIER("d/"),
        PETITION("p/"),
        REFERENCE("r/");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    public static Stream dossier(String id) {
        return new Stream(Kind.DOSSIER, Kind.DOSSIER.prefix + id);
    }

    public static Stream petition(String id) {
        return new Stream(Kind.PETITION, Kind.PETITION.prefix + id);
    }

    /** The dossier or petition; empty for reference data. */
    public String subject() {
        return name.substring(kind.prefix.length());
    }

    /** The stream of a name. */
    public static Stream named(String name) {
        for (Kind kind : Kind.values()) if (name.startsWith(kind.prefix)) return new Stream(kind, name);
        throw new IllegalArgumentException("no stream is named " + name);
    }
}
