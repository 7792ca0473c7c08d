package hoso.edge.token;

import com.nimbusds.jose.JWSAlgorithm;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the issuers together; nothing here reaches for the network. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TokenSettings.class)
public class TokenConfiguration {

    @Bean
    @ConditionalOnProperty("hoso.tokens.folder")
    TokenIssuer tokenIssuer(TokenSettings settings, ObjectProvider<InstantSource> clock) {
        var secrets = TokenSettings.secrets(Objects.requireNonNull(settings.folder()));
        return new TokenIssuer(settings.issuer(), settings.audience(), secrets, clockOf(clock));
    }

    @Bean
    CallerTokens callerTokens(
            TokenSettings settings, ObjectProvider<TokenIssuer> own, ObjectProvider<InstantSource> clock) {
        var issuers = new ArrayList<TrustedIssuer>();
        own.ifAvailable(issuer -> issuers.add(issuer.trusted()));
        var external = settings.external();
        if (external != null) {
            issuers.add(trusted(external, settings.audience()));
        }
        return new CallerTokens(new TokenReader(issuers, clockOf(clock)), clockOf(clock));
    }

    /** Written before the server answers, so that whoever waits for readiness finds them. */
    @Bean
    @ConditionalOnProperty("hoso.tokens.folder")
    RoleTokensRefresh roleTokensRefresh(
            TokenSettings settings, TokenIssuer issuer, ObjectProvider<InstantSource> clock) {
        var folder = TokenSettings.tokens(Objects.requireNonNull(settings.folder()));
        return new RoleTokensRefresh(new RoleTokens(issuer, folder, clockOf(clock)));
    }

    private static TrustedIssuer trusted(TokenSettings.External external, String ownAudience) {
        var audience = external.audience();
        return TrustedIssuer.of(
                external.issuerUri().toString(),
                audience != null ? audience : ownAudience,
                external.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toSet()),
                new ExternalKeys(external.issuerUri(), external.jwkSetUri(), System::nanoTime));
    }

    private static InstantSource clockOf(ObjectProvider<InstantSource> given) {
        return given.getIfUnique(Clock::systemUTC);
    }
}
