/**
 * Period reports: parameters, groupings, rates, identities, and the dossiers behind a figure.
 *
 * <p>Reads books and feed; snapshots and the pages call it.
 */
@NullMarked
package hoso.query.report;

import org.jspecify.annotations.NullMarked;
