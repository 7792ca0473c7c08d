package hoso.edge.heads;

import java.nio.file.Path;

/**
 * Where what proves lies in a data folder: keys under {@code secrets} and {@code keys}, heads and leaves under {@code heads}.
 * Both sides may share it.
 */
public record ProofFolder(Path data) {

    /** What heads of the event store are called in it. */
    public static final String STORE = "store";

    /** What heads of a query side's chain of snapshots are called in it. */
    public static final String SNAPSHOTS = "snapshots";

    /** One signed head a line. */
    public Path heads(String kind) {
        return folder().resolve(kind + ".ndjson");
    }

    /** The leaf hashes of the store, 32 bytes a position. */
    public Path leaves() {
        return folder().resolve("leaves.bin");
    }

    private Path folder() {
        return data.resolve("heads");
    }

    Path secret(String kind) {
        return data.resolve("secrets").resolve(kind + "-heads-key.pem");
    }

    /** Of the public keys, which anybody may have. */
    public Path keys() {
        return data.resolve("keys");
    }
}
