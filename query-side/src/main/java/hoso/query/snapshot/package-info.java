/**
 * Snapshots: reports frozen for ever. Here are the words that its packages share; they freeze, keep, replay, restate and print.
 */
@NullMarked
package hoso.query.snapshot;

import org.jspecify.annotations.NullMarked;
