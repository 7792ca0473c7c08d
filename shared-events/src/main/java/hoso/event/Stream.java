package hoso.event;

/** What is decided together, and in order. */
public record Stream(Kind kind, String subject) {

    /** Units, procedures and calendars are decided as one: a change to one of them can contradict another. */
    public static final Stream REFERENCE = new Stream(Kind.REFERENCE, "");

    public enum Kind {
        DOSSIER("d"),
        PETITION("p"),
        REFERENCE("r");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    public static Stream dossier(String id) {
        return new Stream(Kind.DOSSIER, id);
    }

    public static Stream petition(String id) {
        return new Stream(Kind.PETITION, id);
    }

    /** The name of the stream in the store, as {@code d/H20.12-240221-0001}. */
    public String name() {
        return kind.prefix + "/" + subject;
    }

    /** The stream of a name. */
    public static Stream named(String name) {
        for (Kind kind : Kind.values())
            if (name.startsWith(kind.prefix + "/")) return new Stream(kind, name.substring(kind.prefix.length() + 1));
        throw new IllegalArgumentException("no stream is named " + name);
    }
}
