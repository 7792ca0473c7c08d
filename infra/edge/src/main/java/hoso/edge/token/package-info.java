/**
 * Bearer tokens: reads those of the own and of an external issuer, mints those of the own.
 *
 * <p>The guard reads tokens through {@link hoso.edge.token.CallerTokens}; {@link
 * hoso.edge.token.RoleTokens} and the launcher mint them through {@link hoso.edge.token.TokenIssuer}.
 */
@NullMarked
package hoso.edge.token;

import org.jspecify.annotations.NullMarked;
