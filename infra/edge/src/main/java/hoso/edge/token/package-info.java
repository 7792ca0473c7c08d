/**
 * Bearer tokens: reads those of the own and of an external issuer, mints those of the own.
 *
 * <p>The guard reads tokens through {@link hoso.edge.token.CallerTokens}; the launcher mints them through
 * {@link hoso.edge.token.RoleTokens} and {@link hoso.edge.token.TokenCommand}.
 */
@NullMarked
package hoso.edge.token;

import org.jspecify.annotations.NullMarked;
