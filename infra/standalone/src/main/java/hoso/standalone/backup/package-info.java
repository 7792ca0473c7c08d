/**
 * Writes what a store has into a file, and makes a store of such files again: a ZIP of tables as PostgreSQL copies them, files as
 * they lie, and a manifest that says what must be found in them.
 *
 * <p>Called by the house at the launcher's order; a backup reads, and changes nothing.
 */
@NullMarked
package hoso.standalone.backup;

import org.jspecify.annotations.NullMarked;
