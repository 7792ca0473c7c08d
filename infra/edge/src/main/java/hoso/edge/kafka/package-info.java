/** How both sides reach Kafka, as it is configured. */
@NullMarked
package hoso.edge.kafka;

import org.jspecify.annotations.NullMarked;
