/**
 * Lets people in: by a link that the launcher prints, once, or by signing in with an OpenID Connect issuer. Both lead to a
 * session of some hours, which gives its holder the rights that a token would.
 */
@NullMarked
package hoso.query.desk.entrance;

import org.jspecify.annotations.NullMarked;
