package hoso.query.wiring;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** What this side sets otherwise than the edge; imported after it, since of two property sources the later wins. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:hoso/query/application.properties")
class QuerySettings {}
