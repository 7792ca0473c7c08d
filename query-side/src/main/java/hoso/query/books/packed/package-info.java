/**
 * The bytes that rows of the books are packed into: whole numbers of variable length, lines, sums, dossier states.
 *
 * <p>The other packages of the books may call it.
 */
@NullMarked
package hoso.query.books.packed;

import org.jspecify.annotations.NullMarked;
