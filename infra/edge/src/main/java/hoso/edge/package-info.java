/**
 * The HTTP edge that both sides share: problem documents, tokens and what they allow, limits of requests.
 *
 * <p>Intake and the questions build on it; nothing inside knows it.
 */
@NullMarked
package hoso.edge;

import org.jspecify.annotations.NullMarked;
