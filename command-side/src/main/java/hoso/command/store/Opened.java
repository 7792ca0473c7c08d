package hoso.command.store;

/**
 * A new incarnation of the store.
 *
 * @param number of it
 * @param lostFrom the first position that is declared as lost
 * @param lostTo the last one: the next event has the one after it
 */
public record Opened(int number, long lostFrom, long lostTo) {}
