/**
 * Proves that events are in the log of their store: inclusion in its tree, whose head its writer has signed.
 *
 * <p>The hashes of complete subtrees are kept beside the books, so that a proof reads some thousand leaves and not all.
 */
@NullMarked
package hoso.query.feed.proof;

import org.jspecify.annotations.NullMarked;
