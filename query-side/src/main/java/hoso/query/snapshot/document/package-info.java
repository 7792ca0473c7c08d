/**
 * Snapshots as the documents that offices send: text, spreadsheet, and comma-separated values. In Vietnamese.
 *
 * <p>Its figures are what was frozen and nothing else; wording and the names of rates are those of the program that prints.
 */
@NullMarked
package hoso.query.snapshot.document;

import org.jspecify.annotations.NullMarked;
