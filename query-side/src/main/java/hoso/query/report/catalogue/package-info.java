/**
 * The catalogue of indicators: what each rate is made of, and the one evaluator of rates and criteria. Pure.
 *
 * <p>Reports, snapshots and the scoreboard call it.
 */
@NullMarked
package hoso.query.report.catalogue;

import org.jspecify.annotations.NullMarked;
