package hoso.query.books.projection;

/** Told of each transaction in which events came into the live books, on the thread that writes them: to be quick. */
@FunctionalInterface
public interface CommitListener {

    /** Of books that nobody watches. */
    CommitListener NONE = (events, nanos) -> {};

    /**
     * It is durable.
     *
     * @param events that it took in
     * @param nanos since the first of them was at hand
     */
    void committed(long events, long nanos);
}
