/** What one event of a dossier changed: in what the dossier shows, of each earlier or later fact, and in the ledger. Pure. */
@NullMarked
package hoso.query.audit.change;

import org.jspecify.annotations.NullMarked;
