/**
 * Period reports: what is asked, who may ask it, and the figures that answer it, with groups and identities.
 *
 * <p>Reads books and feed; snapshots and the pages call it.
 */
@NullMarked
package hoso.query.report;

import org.jspecify.annotations.NullMarked;
