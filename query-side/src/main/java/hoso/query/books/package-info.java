/**
 * The tables of the ledger: journal, blocks of days, dossier states; written by one projector, read by reports.
 *
 * <p>Reports, snapshots and audits read them through {@link hoso.query.books.BookReader}.
 */
@NullMarked
package hoso.query.books;

import org.jspecify.annotations.NullMarked;
