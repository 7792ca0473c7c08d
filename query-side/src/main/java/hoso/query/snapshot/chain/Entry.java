package hoso.query.snapshot.chain;

/**
 * A row of the chain as it is stored.
 *
 * @param headerText the header as it was written
 * @param hash of the header, in hexadecimal
 */
public record Entry(Header header, String headerText, byte[] content, String hash) {}
