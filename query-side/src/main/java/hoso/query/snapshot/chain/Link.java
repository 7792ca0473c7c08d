package hoso.query.snapshot.chain;

import java.util.Optional;

/**
 * A row of the chain without its content, which may be large.
 *
 * @param header empty where the row has none that can be read: somebody has changed it
 * @param hash that the row has, in hexadecimal
 * @param intact whether it is that of its header
 */
public record Link(long number, Optional<Header> header, String hash, boolean intact) {

    /** Of the row of a report: nothing that was changed is taken for true. */
    public Optional<Header> report() {
        return intact ? header.filter(read -> read.report() != null) : Optional.empty();
    }
}
