package hoso.bench.probe;

/**
 * A row for the probe.
 *
 * @param stream as random as dossiers come
 * @param bytes those that the intake takes
 */
public record PlainEvent(String stream, int sequence, byte[] bytes) {}
