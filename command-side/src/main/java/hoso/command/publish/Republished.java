package hoso.command.publish;

/**
 * What an order to publish again has begun.
 *
 * @param topic that it goes to
 * @param origin the name of the store
 * @param from the position from which on every event is sent again
 * @param head the newest position then
 */
public record Republished(String topic, String origin, long from, long head) {}
