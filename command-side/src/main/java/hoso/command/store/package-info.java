/**
 * The event store: Axon's storage engine on PostgreSQL, with one fenced writer, group commit and free text apart.
 *
 * <p>Called by the aggregate shell, intake and wiring; readers of other sides read its tables, never this code.
 */
@NullMarked
package hoso.command.store;

import org.jspecify.annotations.NullMarked;
