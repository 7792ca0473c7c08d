/** What the facts of a dossier are called in Vietnamese, as a citizen can read it. */
@NullMarked
package hoso.query.audit.wording;

import org.jspecify.annotations.NullMarked;
