/**
 * The way from a page to the command side: what somebody enters at the desk is published like anything else.
 *
 * <p>The command side opens the door, the desk goes through it; neither knows the other.
 */
@NullMarked
package hoso.edge.entry;

import org.jspecify.annotations.NullMarked;
