/** Where a dossier stands, in one word. */
@NullMarked
package hoso.query.audit.status;

import org.jspecify.annotations.NullMarked;
