package hoso.query.question;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the OpenAPI document says of the parameters of every question. */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "asOf",
        in = ParameterIn.QUERY,
        description = "a position, or an instant of recording at least 10 s past; the newest by default")
@Parameter(
        name = "minPosition",
        in = ParameterIn.QUERY,
        description =
                "wait until the read side has reached it, at most 10 s; where origins are rolled up origin:position")
@Parameter(
        name = "at",
        in = ParameterIn.QUERY,
        description = "the moment to look from, which cuts a period that has not ended then; now by default")
public @interface ViewParameters {}
