/**
 * The figures of a report as formulas over the sums of the ledger: cells and identities. Pure.
 *
 * <p>Reports, drill-down and snapshots call it.
 */
@NullMarked
package hoso.query.report.figure;

import org.jspecify.annotations.NullMarked;
