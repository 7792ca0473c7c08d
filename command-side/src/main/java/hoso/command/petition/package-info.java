/**
 * What happens to a petition (phản ánh, kiến nghị) is decided and believed here: pure functions, as for dossiers.
 */
@NullMarked
package hoso.command.petition;

import org.jspecify.annotations.NullMarked;
