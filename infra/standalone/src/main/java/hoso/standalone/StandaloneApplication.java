package hoso.standalone;

import hoso.command.wiring.CommandConfiguration;
import hoso.edge.wiring.EdgeConfiguration;
import hoso.query.wiring.QueryConfiguration;
import hoso.standalone.document.DocumentConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Command side and query side in one application context, each with connections and migrations of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@Import({
    EdgeConfiguration.class,
    CommandConfiguration.class,
    QueryConfiguration.class,
    DocumentConfiguration.class,
    BooksWitness.class,
    FrozenWitness.class,
    StandaloneSettings.class
})
public class StandaloneApplication {}
