/**
 * The desk: pages for the clerk, the head of office and the auditor. Each page asks what the API is asked and draws the answer;
 * no figure is made here. A package is a tab; {@code ask} asks, {@code frame} is what all pages have in common.
 */
@NullMarked
package hoso.query.desk;

import org.jspecify.annotations.NullMarked;
