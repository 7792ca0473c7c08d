/**
 * Puts the query side together: books, projector, questions; imported by its own application and by the standalone one.
 */
@NullMarked
package hoso.query.wiring;

import org.jspecify.annotations.NullMarked;
