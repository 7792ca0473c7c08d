/** Who publishes over Kafka, with which rights, as it is configured; refused at the start where it makes no sense. */
@NullMarked
package hoso.command.intake.kafka.publisher;

import org.jspecify.annotations.NullMarked;
