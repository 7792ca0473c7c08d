/**
 * A real Kafka broker for tests: one a JVM, a process of its own.
 *
 * <p>Called by tests of any module.
 */
@NullMarked
package hoso.testkit.broker;

import org.jspecify.annotations.NullMarked;
