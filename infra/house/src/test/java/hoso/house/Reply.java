package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.ProblemCode;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer as it came over the wire; names of headers in small letters. */
record Reply(int status, Map<String, String> headers, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    JsonNode json() {
        return JSON.readTree(body);
    }

    String code() {
        return json().path("code").asString("");
    }

    Reply isOk() {
        assertThat(status).as(body).isEqualTo(200);
        return this;
    }

    /** Holds it to be the whole problem document of a code. */
    Reply isProblem(ProblemCode code) {
        assertThat(status + " " + code()).as(body).isEqualTo(code.status() + " " + code.code());
        isProblem();
        assertThat(json().get("type").asString()).isEqualTo("urn:hoso:problem:" + code.code());
        assertThat(json().get("title").asString()).isEqualTo(code.title());
        if (code == ProblemCode.UNAUTHORIZED)
            assertThat(headers.get("www-authenticate")).startsWith("Bearer");
        return this;
    }

    /** Holds it to be the problem document of some refusal. */
    Reply isProblem() {
        assertThat(status).as(body).isBetween(400, 503).isNotEqualTo(500);
        assertThat(headers.get("content-type")).as(body).startsWith("application/problem+json");
        assertThat(headers).containsEntry("x-content-type-options", "nosniff");
        assertThat(json().propertyNames()).contains("type", "title", "status", "detail", "code");
        assertThat(json().get("status").intValue()).isEqualTo(status);
        assertThat(json().get("detail").asString()).isNotBlank().hasSizeLessThan(600);
        if (status == 503) assertThat(headers.get("retry-after")).matches("[1-9][0-9]*");
        return this;
    }
}
