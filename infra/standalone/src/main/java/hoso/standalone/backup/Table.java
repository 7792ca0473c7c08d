package hoso.standalone.backup;

/**
 * A table of a backup, copied in PostgreSQL's binary format ({@code COPY}, "Binary Format"): every value as it is stored.
 *
 * @param entry its name in the file
 * @param name in the database
 * @param columns that are copied, in this order
 * @param key the column that it is copied in the order of
 */
record Table(String entry, String name, String columns, String key) {

    static final Table EVENTS =
            new Table("events.copy", "store.event", "position, recorded_at, sequence, stream, leaf, rest", "position");

    /** Of what was erased, that there was a text: salt and text are empty. */
    static final Table TEXTS =
            new Table("texts.copy", "store.free_text", "position, path, salt, text", "position, path");

    /** From {@link Manifest#headsAfter} on. */
    static final Table HEADS = new Table("heads.copy", "store.tree_head", "size, line", "size");

    /** The whole chain, each time: its rows have no positions, and are few. */
    static final Table CHAIN = new Table("snapshots.copy", "snapshot.entry", "number, header, content, hash", "number");

    /** Signed heads of the chain. */
    static final Table CHAIN_HEADS = new Table("snapshot-heads.copy", "snapshot.head", "number, line", "number");

    /** Who looked at which dossier; the whole of it too. */
    static final Table LOOKS = new Table(
            "reads.copy",
            "reading.look",
            "number, at, subject, scopes, units, endpoint, question, origin, refused, position, dossier, unit, named",
            "number");

    /** Rows whose key is a position within a range. */
    String within(long after, long to) {
        String position = key.split(",", 2)[0];
        return "COPY (SELECT " + columns + " FROM " + name + " WHERE " + position + " > " + after + " AND " + position
                + " <= " + to + " ORDER BY " + key + ") TO STDOUT (FORMAT binary)";
    }

    String all() {
        return "COPY (SELECT " + columns + " FROM " + name + " ORDER BY " + key + ") TO STDOUT (FORMAT binary)";
    }

    String in() {
        return "COPY " + name + " (" + columns + ") FROM STDIN (FORMAT binary)";
    }
}
