/**
 * Drives one Kafka broker (KRaft, one node) in a folder of ours: makes its log, starts it as a process of its own from the
 * same program, watches and stops it, and says who may read and write what.
 *
 * <p>Called by the standalone launcher and by tests; it calls nothing of Hoso but what every child process needs.
 */
@NullMarked
package hoso.kafka;

import org.jspecify.annotations.NullMarked;
