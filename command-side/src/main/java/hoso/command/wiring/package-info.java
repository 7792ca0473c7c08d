/**
 * Puts the command side together: store, Axon, intake; imported by its own application and by the standalone one.
 */
@NullMarked
package hoso.command.wiring;

import org.jspecify.annotations.NullMarked;
