/** How both sides reach Kafka, as it is configured, and the topics that they keep for ever. */
@NullMarked
package hoso.edge.kafka;

import org.jspecify.annotations.NullMarked;
