/**
 * Checks the whole of a store against all that was signed and kept of it, in constant memory: what was changed, taken out, put in
 * or moved is found, and its position named.
 *
 * <p>Called by the house at the launcher's order; it reads, and changes nothing.
 */
@NullMarked
package hoso.standalone.verify;

import org.jspecify.annotations.NullMarked;
