/**
 * Who looked at which dossier: each look is on record before it is answered, and the record can be read by few.
 *
 * <p>Whatever names a dossier calls it; the record is asked for over HTTP.
 */
@NullMarked
package hoso.query.audit.reading;

import org.jspecify.annotations.NullMarked;
