/**
 * What boards show, kept up with the books: in memory for whoever scrapes it, and in the tables behind the schema {@code
 * hoso_bi} for whoever asks by SQL, with the journal summed by day and month.
 */
@NullMarked
package hoso.query.board.kept;

import org.jspecify.annotations.NullMarked;
