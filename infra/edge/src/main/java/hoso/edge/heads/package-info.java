/**
 * How signed heads leave the program that signs them: the key they are signed with, the file they are appended to and the topic
 * they are published on.
 *
 * <p>Called by whatever signs on either side, and by the check of a whole store.
 */
@NullMarked
package hoso.edge.heads;

import org.jspecify.annotations.NullMarked;
