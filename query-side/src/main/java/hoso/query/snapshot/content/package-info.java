/**
 * What a snapshot holds of a report: made once from the ledger, written in the one canonical form that its hash covers, and
 * read again from there alone.
 *
 * <p>Freezing and replay make it; restatement and documents read it.
 */
@NullMarked
package hoso.query.snapshot.content;

import org.jspecify.annotations.NullMarked;
