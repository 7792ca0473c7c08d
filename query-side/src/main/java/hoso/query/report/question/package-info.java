/**
 * What is asked: the parameters of a question, checked before anything is looked up. Pure.
 *
 * <p>Reports, drill-down, reference data and audit call it.
 */
@NullMarked
package hoso.query.report.question;

import org.jspecify.annotations.NullMarked;
