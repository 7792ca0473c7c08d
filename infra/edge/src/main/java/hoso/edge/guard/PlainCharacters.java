package hoso.edge.guard;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Which characters and methods a request may have at all, wherever it goes: no control characters, no odd paths. */
final class PlainCharacters extends StrictHttpFirewall {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

    PlainCharacters() {
        setAllowedHttpMethods(METHODS);
        setAllowedParameterNames(PlainCharacters::plain);
        setAllowedParameterValues(PlainCharacters::plainLines);
        setAllowedHostnames(PlainCharacters::plain);
        setAllowedHeaderNames(PlainCharacters::assigned);
        setAllowedHeaderValues(PlainCharacters::assigned);
    }

    /** A NUL would fail in the database, an unpaired surrogate or a replacement was no UTF-8 when it was sent. */
    private static boolean plain(String text) {
        return text.codePoints().allMatch(PlainCharacters::isPlain);
    }

    private static boolean isPlain(int point) {
        return !Character.isISOControl(point)
                && point != '\uFFFD'
                && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    }

    /** Likewise in a text of several lines, as a form sends it; a question's parameters have one. */
    private static boolean plainLines(String text) {
        return text.codePoints().allMatch(point -> point == '\r' || point == '\n' || point == '\t' || isPlain(point));
    }

    /** What Spring's own patterns take, tabulators included: read once for each look at a header, they cost more than it. */
    private static boolean assigned(String text) {
        for (var at = 0; at < text.length(); at++) {
            var character = text.charAt(at);
            if ((character >= ' ' && character <= '~') || character == '\t') {
                continue;
            }
            var type = Character.getType(text.codePointAt(at));
            if (type == Character.UNASSIGNED || type == Character.CONTROL) {
                return false;
            }
            if (Character.isHighSurrogate(character) && Character.isSupplementaryCodePoint(text.codePointAt(at))) {
                at++;
            }
        }
        return true;
    }

    static RequestRejectedHandler rejected() {
        return PlainCharacters::refuse;
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, RequestRejectedException why) {
        throw METHODS.contains(request.getMethod())
                ? Problem.of(
                        ProblemCode.MALFORMED, "the path, a header or a parameter has characters that are not taken")
                : Problem.of(ProblemCode.METHOD, "no resource here takes the method that was sent");
    }
}
