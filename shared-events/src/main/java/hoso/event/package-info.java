/**
 * What happens to dossiers, petitions and reference data, as sealed families of records: what was published, and the
 * decision that was recorded with it.
 *
 * <p>Both sides may call it; it knows the vocabulary alone.
 */
@NullMarked
package hoso.event;

import org.jspecify.annotations.NullMarked;
