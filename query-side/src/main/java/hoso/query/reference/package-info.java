/**
 * Reference data as of a date and a position: units, procedures, calendars.
 *
 * <p>Asked over HTTP alone.
 */
@NullMarked
package hoso.query.reference;

import org.jspecify.annotations.NullMarked;
