package hoso.standalone;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/**
 * What is set otherwise here than the edge sets it; an operator may set it otherwise again.
 *
 * <p>To be imported after the edge: of two property sources the one that is read later wins.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:standalone.properties")
class StandaloneSettings {}
