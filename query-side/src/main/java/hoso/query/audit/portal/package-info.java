/**
 * What the ledger and the national portal say of a dossier at a moment, side by side, and why they differ.
 *
 * <p>Pure functions of a dossier's history; the lists and accounts of the audit call them.
 */
@NullMarked
package hoso.query.audit.portal;

import org.jspecify.annotations.NullMarked;
