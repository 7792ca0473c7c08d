/**
 * Publishes every stored event to Kafka, in the order of the store, at least once: read, sent, acknowledged, place moved.
 *
 * <p>Opened by wiring; asked by whoever shows how far it is. It decides nothing and changes no event.
 */
@NullMarked
package hoso.command.publish;

import org.jspecify.annotations.NullMarked;
