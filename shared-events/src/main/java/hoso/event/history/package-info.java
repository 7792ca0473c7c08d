/**
 * What is believed after a row of events: pure folds that both sides share, so that neither believes otherwise.
 *
 * <p>The command side decides against them, the query side counts them; they check nothing and never fail on a valid
 * history.
 */
@NullMarked
package hoso.event.history;

import org.jspecify.annotations.NullMarked;
