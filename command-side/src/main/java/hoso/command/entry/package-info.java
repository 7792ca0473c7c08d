/**
 * The door for people at a desk in the same process.
 *
 * <p>Imported by wiring; asked through {@link hoso.edge.entry.EntryDoor} alone.
 */
@NullMarked
package hoso.command.entry;

import org.jspecify.annotations.NullMarked;
