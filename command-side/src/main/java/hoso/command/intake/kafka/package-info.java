/**
 * Kafka as a second door: each publisher's topic is read while this instance writes, and what it holds goes the way of what
 * comes over HTTP. To be called by the wiring alone.
 */
@NullMarked
package hoso.command.intake.kafka;

import org.jspecify.annotations.NullMarked;
