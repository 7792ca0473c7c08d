/**
 * What every question has: checked parameters, the position it is answered as of, and the right to ask it.
 *
 * <p>Reports, drill-down, reference data and audit call it.
 */
@NullMarked
package hoso.query.question;

import org.jspecify.annotations.NullMarked;
