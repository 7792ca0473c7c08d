/**
 * Signs what the chain of snapshots ends with, whenever a row is added to it, and keeps that in a table, a file and on Kafka.
 *
 * <p>Opened by wiring and called by the chain.
 */
@NullMarked
package hoso.query.snapshot.head;

import org.jspecify.annotations.NullMarked;
