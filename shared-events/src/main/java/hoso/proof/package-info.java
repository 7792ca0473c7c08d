/**
 * What lets anybody check a log without trusting who keeps it: the Merkle tree of RFC 6962 over its leaves, proofs that an
 * event is in it, and the heads of the tree, signed.
 *
 * <p>Pure: both sides, the check of a whole store and the check of a bundle that was handed out call it.
 */
@NullMarked
package hoso.proof;

import org.jspecify.annotations.NullMarked;
