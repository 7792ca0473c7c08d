package hoso.query.report;

import hoso.query.question.ViewParameters;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the OpenAPI document says of the parameters of whatever is asked about a unit and a period. */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ViewParameters
@Parameter(
        name = "unit",
        in = ParameterIn.QUERY,
        required = true,
        description = "code of the unit whose subtree is asked about")
@Parameter(
        name = "from",
        in = ParameterIn.QUERY,
        description = "first day, YYYY-MM-DD; needed, as is to, without preset")
@Parameter(name = "to", in = ParameterIn.QUERY, description = "last day, YYYY-MM-DD")
@Parameter(
        name = "preset",
        in = ParameterIn.QUERY,
        description = "a period set by regulation, in place of both: month, month_644, quarter, half_year or year")
@Parameter(name = "of", in = ParameterIn.QUERY, description = "which one: 2024-03, 2024-Q1, 2024-H1 or 2024")
@Parameter(
        name = "tree",
        in = ParameterIn.QUERY,
        description = "the date whose tree of units rolls up; the last day by default")
public @interface PeriodParameters {}
