/**
 * How the read side stands: how far it has come, whether it is being rebuilt, what it has parked.
 *
 * <p>Asked over HTTP; other parts of an application add what they have to show.
 */
@NullMarked
package hoso.query.status;

import org.jspecify.annotations.NullMarked;
