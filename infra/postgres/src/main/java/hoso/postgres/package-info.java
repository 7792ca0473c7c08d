/**
 * Drives one PostgreSQL 18 server in a folder of ours: unpacks its binaries, makes the cluster, starts, watches and stops it.
 *
 * <p>Called by the standalone launcher and by tests; it calls nothing of Hoso.
 */
@NullMarked
package hoso.postgres;

import org.jspecify.annotations.NullMarked;
