/**
 * The OpenAPI document of all endpoints: what controllers say of themselves, and what holds for all of them.
 *
 * <p>Wiring imports {@link hoso.standalone.document.DocumentConfiguration}; whoever is to publish or to ask reads the
 * document at {@code /v3/api-docs}.
 */
@NullMarked
package hoso.standalone.document;

import org.jspecify.annotations.NullMarked;
