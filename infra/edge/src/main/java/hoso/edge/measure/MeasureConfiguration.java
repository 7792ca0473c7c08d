package hoso.edge.measure;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.ServerHttpObservationFilter;

/** Has requests measured around everything else, once. */
@Configuration(proxyBeanMethods = false)
public class MeasureConfiguration {

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> requestMeter(
            ObjectProvider<MeterRegistry> registry) {
        // the server is made before the registry is, and listens after
        var found = SingletonSupplier.of(registry::getObject);
        return factory -> factory.addEngineValves(new RequestMeter(found::obtain));
    }

    /** Boot makes its own where there is none. */
    @Bean
    FilterRegistrationBean<ServerHttpObservationFilter> noObservation() {
        var filter = new FilterRegistrationBean<>(new ServerHttpObservationFilter(ObservationRegistry.NOOP));
        filter.setEnabled(false);
        return filter;
    }
}
