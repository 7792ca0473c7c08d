/**
 * What every server that runs as a child of ours needs: a folder held by one process, secrets, a free port, a bounded
 * log, and somebody who starts it again.
 *
 * <p>Called by the drivers of PostgreSQL and Kafka and by the launcher; it calls nothing of Hoso.
 */
@NullMarked
package hoso.process;

import org.jspecify.annotations.NullMarked;
