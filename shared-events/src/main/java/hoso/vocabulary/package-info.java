/**
 * The words both sides agree on as pure values: periods, working time, due dates and the tree of units.
 *
 * <p>Anyone may call it; it knows the JDK alone, reads no clock and keeps no state.
 */
@NullMarked
package hoso.vocabulary;

import org.jspecify.annotations.NullMarked;
