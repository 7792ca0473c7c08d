package hoso.query.desk.entrance;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.edge.guard.Doors;
import hoso.edge.token.CallerTokens;
import hoso.edge.token.Holder;
import hoso.query.desk.ask.Question;
import hoso.query.desk.frame.Assets;
import hoso.query.desk.frame.Frames;
import hoso.query.desk.frame.Pages;
import hoso.query.desk.frame.ProblemPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

/**
 * Which requests are pages, and who may ask for them: by a session's cookie, where the doors of the API ask for a token. Neither
 * opens the other: a cookie means nothing to the API, a token nothing to pages.
 */
public final class DeskDoors {

    private static final String[] OPEN = {"/", "/vao", "/vao/**", "/ngon-ngu", Assets.ICON, Assets.PATH + "**"};

    private static final String[] PAGES = {
        "/ra",
        "/bao-cao",
        "/bao-cao/**",
        "/don-vi",
        "/ho-so",
        "/ho-so/**",
        "/da-chot",
        "/da-chot/**",
        "/viec",
        "/viec.xlsx",
        "/nhap/**",
        "/lich",
        "/lich/**",
        "/may"
    };

    /** Where programs are answered, also those that say they take pages. */
    private static final List<String> OF_PROGRAMS = List.of("/api/", "/actuator", "/v3/", "/asyncapi", "/schemas");

    /** All headers of an answer have 8 KiB. */
    private static final int BACK_MAX = 4_000;

    private final DeskSessions sessions;
    private final CallerTokens tokens;
    private final ProblemPages problems;
    private final ArrivedPage arrived;
    private final @Nullable Issuer issuer;
    private final boolean behindTls;

    /**
     * @param issuer null where nobody signs in with one
     * @param behindTls whether people speak TLS to whatever stands before this server
     */
    public DeskDoors(
            DeskSessions sessions,
            CallerTokens tokens,
            ProblemPages problems,
            ArrivedPage arrived,
            @Nullable Issuer issuer,
            boolean behindTls) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.problems = problems;
        this.arrived = arrived;
        this.issuer = issuer;
        this.behindTls = behindTls;
    }

    public SecurityFilterChain chain(HttpSecurity http) {
        http.securityMatchers(matchers ->
                        matchers.requestMatchers(OPEN).requestMatchers(PAGES).requestMatchers(DeskDoors::isAstray))
                // who is led astray is told so and let in nowhere, however the address is spelt
                .authorizeHttpRequests(paths -> paths.requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(PAGES)
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new PageRequests(problems), CsrfFilter.class)
                .addFilterBefore(new SessionFilter(sessions), CsrfFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(new SessionCsrf(sessions))
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(this::toEntrance).accessDeniedHandler(this::refuse))
                .sessionManagement(unused -> unused.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(Doors::headers)
                .cors(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
        if (issuer != null) http.oauth2Login(login -> signIn(login, issuer));
        return http.build();
    }

    /** Whether somebody asks for a page where there is none: they are told so by one, and the others are answered as programs. */
    private static boolean isAstray(HttpServletRequest request) {
        String taken = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET")
                && taken != null
                && taken.contains(MediaType.TEXT_HTML_VALUE)
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && OF_PROGRAMS.stream().noneMatch(request.getRequestURI()::startsWith);
    }

    private void signIn(OAuth2LoginConfigurer<HttpSecurity> login, Issuer registrations) {
        login.withObjectPostProcessor(new Beginning())
                .loginPage("/vao")
                .clientRegistrationRepository(registrations)
                .authorizedClientRepository(new ReceivedToken())
                .authorizationEndpoint(
                        begin -> begin.baseUri("/vao/di").authorizationRequestRepository(new SignInRequests(behindTls)))
                .redirectionEndpoint(back -> back.baseUri("/vao/ve"))
                // rights are those of the access token: nothing that the issuer would tell beside it is asked for
                .userInfoEndpoint(
                        unasked -> unasked.oidcUserService(known -> new DefaultOidcUser(List.of(), known.getIdToken())))
                .successHandler(this::signedIn)
                .failureHandler((request, response, why) -> problems.write(
                        request,
                        response,
                        Problem.of(ProblemCode.UNAUTHORIZED, "the sign-in did not come to its end: " + reason(why))));
    }

    /** A sign-in that cannot begin, as while the issuer is away, is answered by Spring with a bare status of 500. */
    private final class Beginning implements ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> {
        @Override
        public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
            filter.setAuthenticationFailureHandler((request, response, why) ->
                    problems.write(request, response, why.getCause() == null ? why : why.getCause()));
            return filter;
        }
    }

    /** What the issuer's error is called, and nothing that was sent. */
    private static String reason(AuthenticationException why) {
        return why instanceof OAuth2AuthenticationException failed
                ? failed.getError().getErrorCode()
                : "refused";
    }

    /** The rights are those of the access token, read as the API reads it. */
    private void signedIn(HttpServletRequest request, HttpServletResponse response, Authentication known)
            throws IOException {
        try {
            String token = ReceivedToken.of(request).orElseThrow();
            Holder holder = tokens.holderOf(token);
            sessions.open(holder.caller(), holder.ends(), request, response);
        } catch (Problem refused) {
            problems.write(request, response, refused);
            return;
        }
        Pages.draw(arrived.page(request, String.valueOf(request.getAttribute(SignInRequests.BACK))), request, response);
    }

    /** Whoever asks for a page comes back to it; a part of one, and what is sent by a form, say what is missing. */
    private void toEntrance(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (!request.getMethod().equals("GET") || request.getHeader("HX-Request") != null) {
            problems.write(request, response, Problem.of(ProblemCode.UNAUTHORIZED, "nobody is signed in"));
            return;
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        // an address that is too long to be written out is not come back to
        String back = Question.encoded(Frames.address(request));
        response.setHeader(
                HttpHeaders.LOCATION, back.length() > BACK_MAX ? "/vao" : "/vao?" + SignInRequests.BACK + "=" + back);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        problems.write(request, response, refused(request));
    }

    private Problem refused(HttpServletRequest request) {
        if (sessions.of(request).isEmpty()) return Problem.of(ProblemCode.UNAUTHORIZED, "nobody is signed in");
        return request.getMethod().equals("GET")
                ? Problem.of(ProblemCode.NOT_FOUND, "there is nothing at this address")
                : Problem.of(ProblemCode.FORBIDDEN, "the form is not one of this session: open the page again");
    }
}
