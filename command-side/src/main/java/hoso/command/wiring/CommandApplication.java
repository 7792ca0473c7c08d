package hoso.command.wiring;

import hoso.command.status.StatusController;
import hoso.edge.wiring.EdgeConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The command side as a deployment of its own, which takes events in; it needs {@code hoso.store.*} and {@code hoso.tokens.*}. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@Import({EdgeConfiguration.class, CommandConfiguration.class, CommandSettings.class, StatusController.class})
public class CommandApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CommandApplication.class, arguments);
    }
}
