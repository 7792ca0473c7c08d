package hoso.command.intake;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The HTTP side of the intake, and what measures all of it. */
@Configuration(proxyBeanMethods = false)
@Import({IntakeMeter.class, EventController.class, SingleEvents.class})
public class IntakeConfiguration {}
