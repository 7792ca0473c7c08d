/** Finds the unit that somebody means, among those that they see. */
@NullMarked
package hoso.query.desk.unit;

import org.jspecify.annotations.NullMarked;
