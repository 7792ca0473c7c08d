/**
 * Reads one publisher's topic as long as this instance writes: messages are admitted in one thread and judged in another, as a
 * stream over HTTP is; offsets are committed behind what is durable or lies on the rejected topic.
 */
@NullMarked
package hoso.command.intake.kafka.reading;

import org.jspecify.annotations.NullMarked;
