/**
 * Real PostgreSQL for tests: one server a JVM, one empty database a test class.
 *
 * <p>Called by tests of any module.
 */
@NullMarked
package hoso.testkit.database;

import org.jspecify.annotations.NullMarked;
