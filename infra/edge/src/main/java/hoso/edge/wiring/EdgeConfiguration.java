package hoso.edge.wiring;

import hoso.edge.answer.AnswerConfiguration;
import hoso.edge.guard.GuardConfiguration;
import hoso.edge.measure.MeasureConfiguration;
import hoso.edge.token.TokenConfiguration;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The HTTP edge of a side, to be imported by its application.
 *
 * <p>It needs {@code hoso.tokens.folder} or {@code hoso.tokens.external.issuer-uri}. What it sets of the server is in
 * {@code edge.properties}, below every other source, so that an application or an operator may set it otherwise.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:hoso/edge/edge.properties")
@Import({MeasureConfiguration.class, AnswerConfiguration.class, TokenConfiguration.class, GuardConfiguration.class})
public class EdgeConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectionLimits(
            @Value("${hoso.sender-stalled-after}") Duration stalled) {
        return factory -> factory.addConnectorCustomizers(connector -> ConnectionLimits.set(connector, stalled));
    }

    /** Last, since it judges what the others have set. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> binding(
            @Value("${hoso.plain-text-beyond-loopback:false}") boolean plainTextAllowed) {
        return factory -> Binding.check(
                factory.getAddress(),
                factory.getSsl() != null && factory.getSsl().isEnabled(),
                plainTextAllowed);
    }
}
