/**
 * The Axon shell around the deciders: a chunk of submissions is one unit of work, its streams are loaded,
 * its submissions judged one after another, and what was accepted is appended as one.
 *
 * <p>Intake calls {@link hoso.command.aggregate.Judging}, or a {@link hoso.command.aggregate.Pipeline} of it; nothing else here
 * is called from outside.
 */
@NullMarked
package hoso.command.aggregate;

import org.jspecify.annotations.NullMarked;
