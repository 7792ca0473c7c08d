package hoso.query.ledger;

/** Takes lines one by one; as objects they are {@link Line}. */
@FunctionalInterface
public interface LineSink {

    /**
     * @param micros the instant, in microseconds since 1970
     */
    void line(Dimensions dimensions, Measure measure, long micros, long amount);
}
