/**
 * What boards show: the figures of the running month, unit by unit, at one moment, for whoever scrapes them and for whoever asks
 * them by SQL. All of it is read from the books and reports; nothing is reckoned here that a report does not give.
 */
@NullMarked
package hoso.query.board;

import org.jspecify.annotations.NullMarked;
