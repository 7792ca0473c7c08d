package hoso.query.books.line;

/** Takes lines one by one. */
@FunctionalInterface
public interface LineSink {

    /**
     * @param key see {@link LineKey}
     * @param micros the instant, in microseconds since 1970
     */
    void line(long key, long micros, long amount);
}
