/**
 * The scoreboard of Quyết định 766/QĐ-TTg: its criteria as data, the points that a unit gets by them, and the question
 * over HTTP.
 *
 * <p>Snapshots call {@link hoso.query.report.scoreboard.Scoreboard}, which is pure; it rests on the catalogue of indicators.
 */
@NullMarked
package hoso.query.report.scoreboard;

import org.jspecify.annotations.NullMarked;
