/**
 * Snapshots: reports frozen for ever. What is frozen, who froze and signed it, and where it stands in the chain.
 *
 * <p>Called over HTTP and by the pages; reads reports, books and feed, never a table of theirs.
 */
@NullMarked
package hoso.query.snapshot;

import org.jspecify.annotations.NullMarked;
