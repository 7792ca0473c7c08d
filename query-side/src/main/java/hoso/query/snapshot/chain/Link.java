package hoso.query.snapshot.chain;

/**
 * A row of the chain without its content, which may be large.
 *
 * @param hash of the header, in hexadecimal
 */
record Link(Header header, String hash) {}
