/**
 * A report beside those of the periods before it and of a year ago.
 *
 * <p>Asked over HTTP, and by snapshots, which keep the totals.
 */
@NullMarked
package hoso.query.report.trend;

import org.jspecify.annotations.NullMarked;
