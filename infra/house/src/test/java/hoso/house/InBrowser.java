package hoso.house;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test class that looks at pages in a {@link DeskBrowser}; it is skipped on a machine that has none. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InBrowser.Installed.class)
@interface InBrowser {

    /** Asks the machine. */
    final class Installed implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return DeskBrowser.isInstalled()
                    ? ConditionEvaluationResult.enabled("Chromium and its driver are installed")
                    : ConditionEvaluationResult.disabled("no Chromium");
        }
    }
}
