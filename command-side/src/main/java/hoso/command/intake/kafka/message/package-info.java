/**
 * Messages of Kafka as CloudEvents, in either mode of the CloudEvents Kafka binding 1.0.2: the same JSON, judged by the same
 * door as what comes over HTTP. Knows neither topics nor consumers.
 */
@NullMarked
package hoso.command.intake.kafka.message;

import org.jspecify.annotations.NullMarked;
