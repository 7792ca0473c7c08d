/**
 * Replay: a snapshot made once more from the event store alone, without the books, and held against what was frozen.
 *
 * <p>Called over HTTP; shares with the books the ledger's rules and nothing else.
 */
@NullMarked
package hoso.query.snapshot.replay;

import org.jspecify.annotations.NullMarked;
