package hoso.edge.token;

import hoso.edge.Misconfigured;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are taken ({@code hoso.tokens.*}); at least one of the two issuers is there.
 *
 * @param folder the data folder: the own issuer keeps its key in {@code secrets} and a token per role in {@code tokens}
 *     below it; absent, there is no own issuer
 * @param issuer what the own issuer calls itself in {@code iss}
 * @param audience what {@code aud} must name
 * @param external an OpenID Connect issuer, beside the own or instead of it
 */
@ConfigurationProperties("hoso.tokens")
public record TokenSettings(
        @Nullable Path folder,
        @DefaultValue("hoso") String issuer,
        @DefaultValue("hoso") String audience,
        @Nullable External external) {

    public TokenSettings {
        if (folder == null && external == null) {
            throw new Misconfigured(
                    "no tokens could be taken: set hoso.tokens.folder or hoso.tokens.external.issuer-uri");
        }
        if (folder != null
                && external != null
                && external.issuerUri().toString().equals(issuer)) {
            throw new Misconfigured("hoso.tokens.issuer and hoso.tokens.external.issuer-uri are the same");
        }
    }

    /**
     * @param issuerUri its {@code iss}; where {@code jwkSetUri} is absent, its discovery document is asked for it, when
     *     the first token comes
     * @param audience where it names this installation otherwise than the own issuer does
     * @param algorithms of signatures; verifying ES256 costs ten times as much as RS256
     */
    public record External(
            URI issuerUri,
            @Nullable URI jwkSetUri,
            @Nullable String audience,
            @DefaultValue("RS256") Set<String> algorithms) {}

    /** Where the own issuer keeps its key. */
    static Path secrets(Path folder) {
        return folder.resolve("secrets");
    }

    /** Where it writes the tokens of the roles. */
    static Path tokens(Path folder) {
        return folder.resolve("tokens");
    }
}
