/**
 * Several origins as one: their trees under a common root, their units and dossiers by the names that people know.
 *
 * <p>Pure; wiring gives it to the questions.
 */
@NullMarked
package hoso.query.rollup;

import org.jspecify.annotations.NullMarked;
