package hoso.command.intake;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The HTTP side of the intake. */
@Configuration(proxyBeanMethods = false)
@Import({EventController.class, SingleEvents.class})
public class IntakeConfiguration {}
