/**
 * What boards show: the figures of the running month, unit by unit, at one moment, for whoever scrapes them and for whoever asks
 * them by SQL. All of it is read from the books, by the sums that reports are made of.
 */
@NullMarked
package hoso.query.board;

import org.jspecify.annotations.NullMarked;
