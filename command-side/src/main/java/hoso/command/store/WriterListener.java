package hoso.command.store;

/** Told when this instance begins and ends to be the store's one writer. */
@FunctionalInterface
public interface WriterListener {

    /**
     * This instance holds the lock, and serves as soon as every listener returns: whatever is kept in memory is to be
     * read anew. Where it throws, the lock is given back and tried again.
     */
    void became();

    /** This instance writes no longer; another may. */
    default void lost() {}
}
