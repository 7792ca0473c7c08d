package hoso.query.report;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the OpenAPI document says of the parameters of a report. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PeriodParameters
@Parameter(name = "by", in = ParameterIn.QUERY, description = "unit (default), field, procedure, channel or level")
public @interface ReportParameters {}
