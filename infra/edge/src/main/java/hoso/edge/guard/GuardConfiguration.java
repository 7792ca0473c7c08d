package hoso.edge.guard;

import hoso.edge.DirectEndpoint;
import hoso.edge.token.CallerTokens;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the guard in front of every controller. */
@Configuration(proxyBeanMethods = false)
public class GuardConfiguration implements WebMvcConfigurer {

    @Bean
    SecurityFilterChain doors(HttpSecurity http, CallerTokens tokens) {
        return Doors.chain(http, tokens);
    }

    @Bean
    HttpFirewall plainCharacters() {
        return new PlainCharacters();
    }

    @Bean
    RequestRejectedHandler plainCharactersRejected() {
        return PlainCharacters.rejected();
    }

    /** Requests are measured as a whole; to measure each filter of the chain, too, costs more than the filters do. */
    @Bean
    SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** Behind the security chain: who may not publish is told so, whatever the size. */
    @Bean
    FilterRegistrationBean<RequestSize> requestSize() {
        var filter = new FilterRegistrationBean<>(new RequestSize());
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> expressLane(
            CallerTokens tokens, ObjectProvider<DirectEndpoint> endpoints) {
        // the server is made before the endpoints are, and listens after
        var all = SingletonSupplier.of(() -> endpoints.stream().toList());
        return factory -> factory.addContextCustomizers(
                context -> context.getPipeline().addValve(new ExpressLane(tokens, all::obtain)));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ScopeGate());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }
}
