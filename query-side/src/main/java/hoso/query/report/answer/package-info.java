/**
 * Period reports and the catalogue of rates as they are asked for and answered over HTTP.
 *
 * <p>Nothing here computes: the report is made by the package above.
 */
@NullMarked
package hoso.query.report.answer;

import org.jspecify.annotations.NullMarked;
