/**
 * Snapshots as they are asked for and answered over HTTP.
 *
 * <p>Nothing here computes: freezing, replay, restatement and documents have packages of their own.
 */
@NullMarked
package hoso.query.snapshot.answer;

import org.jspecify.annotations.NullMarked;
