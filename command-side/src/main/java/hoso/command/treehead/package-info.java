/**
 * Follows the store while this instance writes, and signs the heads of the Merkle tree over its events: into a table beside
 * them, into a file, and onto Kafka where there is a broker, so that a store that is rewritten matches none of them.
 *
 * <p>Opened by wiring; it decides nothing, changes no event and keeps nobody from appending. The check of a whole store reads
 * what it wrote.
 */
@NullMarked
package hoso.command.treehead;

import org.jspecify.annotations.NullMarked;
