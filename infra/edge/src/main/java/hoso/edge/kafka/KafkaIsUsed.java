package hoso.edge.kafka;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds where a broker is named. */
public final class KafkaIsUsed implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotated) {
        return Binder.get(context.getEnvironment())
                .bind("hoso.kafka", KafkaSettings.class)
                .map(KafkaSettings::isUsed)
                .orElse(false);
    }
}
