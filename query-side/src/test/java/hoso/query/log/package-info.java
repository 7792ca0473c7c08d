/**
 * Logs made for tests, without a command side, and the store's table to put them into.
 *
 * <p>Tests of the query side call it.
 */
@NullMarked
package hoso.query.log;

import org.jspecify.annotations.NullMarked;
