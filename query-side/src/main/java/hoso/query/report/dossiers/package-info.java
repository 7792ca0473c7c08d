/**
 * The dossiers behind a figure of a report, page by page, and the worklist of what falls due.
 *
 * <p>Asked over HTTP, and by restatements.
 */
@NullMarked
package hoso.query.report.dossiers;

import org.jspecify.annotations.NullMarked;
