/**
 * Events as bytes: the types of the contract with their properties, CloudEvents in, the stored form out and in again.
 *
 * <p>Intake reads publications with it, the store writes and reads events; one golden file per revision fixes the form.
 */
@NullMarked
package hoso.event.wire;

import org.jspecify.annotations.NullMarked;
