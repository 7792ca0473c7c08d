/** Báo cáo: a period report as form II.06, the dossiers behind each figure, the trend, and the way to freeze it. */
@NullMarked
package hoso.query.desk.report;

import org.jspecify.annotations.NullMarked;
