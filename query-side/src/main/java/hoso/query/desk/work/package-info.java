/** Việc cần làm: lists of dossiers that somebody should look at, on the page and as a workbook. */
@NullMarked
package hoso.query.desk.work;

import org.jspecify.annotations.NullMarked;
