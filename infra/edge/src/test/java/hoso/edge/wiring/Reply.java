package hoso.edge.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer as it came over the wire; names of headers in small letters. */
record Reply(int status, Map<String, String> headers, String body) {

    static Reply read(InputStream in) throws IOException {
        var statusLine = line(in);
        assertThat(statusLine).startsWith("HTTP/1.1 ");
        var status = Integer.parseInt(statusLine.split(" ")[1]);
        var headers = new TreeMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (one, other) -> one + ", " + other);
        }
        return status == 100 ? read(in) : new Reply(status, headers, body(in, headers));
    }

    private static String body(InputStream in, Map<String, String> headers) throws IOException {
        var length = headers.get("content-length");
        if (length != null) {
            return new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8);
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
            if (octet != '\r') {
                bytes.write(octet);
            }
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    /** Holds it to be the whole problem document of a code. */
    Reply isProblem(ProblemCode code) {
        assertThat(status).as(body).isEqualTo(code.status());
        assertThat(headers.get("content-type")).startsWith("application/problem+json");
        assertThat(json().path("type").asString()).isEqualTo("urn:hoso:problem:" + code.code());
        assertThat(json().path("title").asString()).isEqualTo(code.title());
        assertThat(json().path("status").asInt()).isEqualTo(code.status());
        assertThat(json().path("detail").asString()).isNotBlank();
        assertThat(json().path("code").asString()).isEqualTo(code.code());
        assertThat(headers).containsEntry("x-content-type-options", "nosniff");
        if (code.status() == 503) {
            assertThat(headers).containsKey("retry-after");
        }
        return this;
    }
}
