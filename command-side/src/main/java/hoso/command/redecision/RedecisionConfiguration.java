package hoso.command.redecision;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The HTTP side of re-decisions. */
@Configuration(proxyBeanMethods = false)
@Import(RedecisionController.class)
public class RedecisionConfiguration {}
