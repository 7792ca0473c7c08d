package hoso.query.snapshot.chain;

/**
 * A row of the chain that is looked at as one of all.
 *
 * @param content hash of its content as it is now, in hexadecimal
 */
record Walked(Link link, String content) {}
