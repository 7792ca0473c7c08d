package hoso.edge.guard;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.edge.Scope;
import hoso.edge.token.CallerTokens;
import hoso.edge.token.Holder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Which paths are open and which need a token; what a token lets one do there is said at each endpoint. */
public final class Doors {

    /**
     * Open: whether the process lives is asked by who has no token, and tells nothing else. So are the OpenAPI and AsyncAPI
     * documents and the schemas: they say no more than the public contract does, and whoever is to publish reads them
     * before there is a token.
     */
    private static final String[] OPEN = {
        "/actuator/health",
        "/actuator/health/**",
        "/v3/api-docs",
        "/v3/api-docs.yaml",
        "/v3/api-docs/**",
        "/asyncapi.yaml",
        "/schemas",
        "/schemas/**"
    };

    /** For pages of ours alone: nothing from elsewhere, in no frame. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'self';" + " frame-ancestors 'none'; object-src 'none'";

    private static final String TLS_FOR_A_YEAR = "max-age=31536000 ; includeSubDomains";

    private Doors() {}

    static SecurityFilterChain chain(HttpSecurity http, CallerTokens tokens) {
        return http.authorizeHttpRequests(paths -> paths.requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .hasAnyAuthority(Scope.METRICS_READ.code(), Scope.ADMIN.code())
                        .requestMatchers("/actuator", "/actuator/**")
                        .hasAuthority(Scope.ADMIN.code())
                        .anyRequest()
                        .authenticated())
                .addFilter(bearer(tokens))
                .exceptionHandling(failures -> failures.authenticationEntryPoint((request, response, why) -> {
                            throw Problem.of(ProblemCode.UNAUTHORIZED, "a bearer token is needed");
                        })
                        .accessDeniedHandler((request, response, why) -> {
                            throw Problem.of(ProblemCode.FORBIDDEN, "the token does not give the right to this");
                        }))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(Doors::headers)
                // no cookie, so nothing that a page elsewhere could make a browser send along
                .csrf(AbstractHttpConfigurer::disable)
                .cors(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** What {@link #headers} says, as far as it concerns a program that has asked for JSON. */
    static void shield(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", TLS_FOR_A_YEAR);
        }
    }

    /** What every answer says to a browser. */
    public static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .httpStrictTransportSecurity(Customizer.withDefaults());
    }

    private static BearerTokenAuthenticationFilter bearer(CallerTokens tokens) {
        AuthenticationManager manager = request -> {
            Holder holder = tokens.holderOf(((BearerTokenAuthenticationToken) request).getToken());
            return new CallerAuthentication(holder.caller(), holder.ends());
        };
        var header = new BearerTokenAuthenticationConverter();
        header.setBearerTokenResolver(new BearerHeader());
        var filter = new BearerTokenAuthenticationFilter(manager, header);
        filter.setAuthenticationEntryPoint((request, response, why) -> {
            throw Problem.of(ProblemCode.UNAUTHORIZED, "the header Authorization has no readable bearer token");
        });
        return filter;
    }
}
