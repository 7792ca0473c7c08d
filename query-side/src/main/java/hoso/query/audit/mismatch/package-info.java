/**
 * The dossiers of a unit and period of which the national portal says otherwise than the ledger, by cause and by unit.
 *
 * <p>Asked over HTTP, and by the pages.
 */
@NullMarked
package hoso.query.audit.mismatch;

import org.jspecify.annotations.NullMarked;
