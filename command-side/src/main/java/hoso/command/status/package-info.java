/**
 * How the command side stands where it is a program of its own; beside the query side, that one answers for both.
 *
 * <p>Asked over HTTP; other parts of an application add what they have to show.
 */
@NullMarked
package hoso.command.status;

import org.jspecify.annotations.NullMarked;
