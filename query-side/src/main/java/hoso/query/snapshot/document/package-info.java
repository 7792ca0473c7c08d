/**
 * Snapshots as the documents that offices send: text, spreadsheet, and comma-separated values. In Vietnamese.
 *
 * <p>Made of what was frozen and of nothing else, so that a snapshot prints the same for ever.
 */
@NullMarked
package hoso.query.snapshot.document;

import org.jspecify.annotations.NullMarked;
