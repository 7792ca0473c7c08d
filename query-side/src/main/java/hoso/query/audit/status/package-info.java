/** Where a dossier stands, in one word, and how it stood at a moment. */
@NullMarked
package hoso.query.audit.status;

import org.jspecify.annotations.NullMarked;
