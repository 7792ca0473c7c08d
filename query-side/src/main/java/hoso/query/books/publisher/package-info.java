/**
 * The book of publishers: who published how many events for which unit, by the hour of their recording.
 *
 * <p>The projection writes it; what asks for silent publishers reads it.
 */
@NullMarked
package hoso.query.books.publisher;

import org.jspecify.annotations.NullMarked;
