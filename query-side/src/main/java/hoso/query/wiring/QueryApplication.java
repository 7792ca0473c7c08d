package hoso.query.wiring;

import hoso.edge.wiring.EdgeConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The query side as a deployment of its own, which answers questions; it needs {@code hoso.books.*} and {@code hoso.tokens.*}. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@Import({EdgeConfiguration.class, QueryConfiguration.class, QuerySettings.class})
public class QueryApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(QueryApplication.class, arguments);
    }
}
