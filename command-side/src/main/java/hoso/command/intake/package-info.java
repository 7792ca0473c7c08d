/**
 * The one door for events: CloudEvents over HTTP become submissions, stamped with who sent them and with which rights.
 *
 * <p>Here the present time and chance come in; inward of this package everything is a function of its arguments.
 */
@NullMarked
package hoso.command.intake;

import org.jspecify.annotations.NullMarked;
