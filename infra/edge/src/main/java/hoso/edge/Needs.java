package hoso.edge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scope that a caller of an endpoint needs, any one of those named. An endpoint without it must take the
 * {@link Caller} and judge itself; one with neither is closed to everybody,
 * unless it is {@link Open}.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    Scope[] value();
}
