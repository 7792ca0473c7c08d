package hoso.query.desk.entrance;

import hoso.edge.Bulkhead;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * The issuer that people sign in with, by its discovery document (OpenID Connect Discovery 1.0, 4). It is asked when somebody
 * first signs in: a server starts also while its issuer is away.
 */
public final class Issuer implements ClientRegistrationRepository {

    /** Its name in the addresses of the sign-in. */
    static final String NAME = "oidc";

    private static final Logger LOG = LoggerFactory.getLogger(Issuer.class);

    private final DeskSettings settings;
    private final URI issuer;

    /** Anybody can begin to sign in: while an issuer hangs, one waits for it, and the others are told. */
    private final Bulkhead discovering =
            new Bulkhead(1, "the issuer that people sign in with is being asked who it is; try again");

    private volatile @Nullable ClientRegistration known;

    Issuer(DeskSettings settings, URI issuer) {
        this.settings = settings;
        this.issuer = issuer;
    }

    /** @throws Problem {@code unavailable}, where the issuer does not answer; {@code not-found} of any other name */
    @Override
    public ClientRegistration findByRegistrationId(String name) {
        if (!name.equals(NAME)) throw Problem.of(ProblemCode.NOT_FOUND, "nobody of this name is signed in with here");
        ClientRegistration found = known;
        if (found == null) {
            found = discovering.admit(this::discovered);
            known = found;
        }
        return found;
    }

    private ClientRegistration discovered() {
        String secret = settings.clientSecret();
        String address = settings.address() == null
                ? "{baseUrl}"
                : settings.address().toString().replaceAll("/$", "");
        try {
            return ClientRegistrations.fromIssuerLocation(issuer.toString())
                    .registrationId(NAME)
                    .clientId(Objects.requireNonNull(settings.clientId()))
                    .clientSecret(secret)
                    .clientAuthenticationMethod(
                            secret == null
                                    ? ClientAuthenticationMethod.NONE
                                    : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .scope(settings.scopes())
                    .redirectUri(address + "/vao/ve")
                    .clientSettings(ClientRegistration.ClientSettings.builder()
                            .requireProofKey(true)
                            .build())
                    .build();
        } catch (IllegalArgumentException | IllegalStateException away) {
            LOG.warn("nobody can sign in with {}: {}", issuer, away.getMessage());
            throw Problem.of(ProblemCode.UNAVAILABLE, "the issuer that people sign in with does not answer now");
        }
    }
}
