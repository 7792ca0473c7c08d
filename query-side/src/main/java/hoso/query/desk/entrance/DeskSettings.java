package hoso.query.desk.entrance;

import hoso.edge.Misconfigured;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in at the desk, beside the link that the launcher prints ({@code hoso.desk.*}).
 *
 * @param clientId as which the desk is known to the issuer of {@code hoso.tokens.external}; absent, nobody signs in there
 * @param clientSecret absent for a client that has none
 * @param scopes that are asked for
 * @param address as which people call this server, where a proxy stands before it; absent, as they called it
 */
@ConfigurationProperties("hoso.desk")
public record DeskSettings(
        @Nullable String clientId,
        @Nullable String clientSecret,
        @DefaultValue("openid") Set<String> scopes,
        @Nullable URI address) {

    /** Whether people speak TLS to whatever stands before this server. */
    public boolean isBehindTls() {
        return address != null && "https".equalsIgnoreCase(address.getScheme());
    }

    /**
     * Whom people sign in with; empty where nobody does. It must be one whose tokens are taken: what it gives at the sign-in is
     * what the API would be asked with.
     *
     * @param external the issuer of {@code hoso.tokens.external}
     */
    public Optional<Issuer> issuer(@Nullable URI external) {
        if (clientId == null) return Optional.empty();
        if (external == null)
            throw new Misconfigured("hoso.desk.client-id needs hoso.tokens.external.issuer-uri, whose client it is");
        return Optional.of(new Issuer(this, external));
    }
}
