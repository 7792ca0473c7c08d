/** Disputes about a dossier with the rulings and corrections that followed, and the frozen reports that those restate. */
@NullMarked
package hoso.query.audit.dispute;

import org.jspecify.annotations.NullMarked;
