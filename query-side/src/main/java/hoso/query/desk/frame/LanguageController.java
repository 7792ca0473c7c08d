package hoso.query.desk.frame;

import hoso.edge.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code GET /ngon-ngu}: chooses the language of pages, and goes back to where it was chosen. It changes nothing else. */
@Controller
@Open
public final class LanguageController {

    static final String LANGUAGE = "tieng";
    static final String BACK = "ve";
    static final String COOKIE = "hoso-tieng";

    private static final Duration KEPT = Duration.ofDays(365);

    @GetMapping("/ngon-ngu")
    ResponseEntity<Void> choose(
            @RequestParam(name = LANGUAGE, defaultValue = "vi") String language,
            @RequestParam(name = BACK, defaultValue = "/") String back,
            HttpServletRequest request) {
        ResponseCookie chosen = ResponseCookie.from(
                        COOKIE, Language.of(language).code())
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(request.isSecure())
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, chosen.toString())
                .header(HttpHeaders.LOCATION, LocalAddress.of(back))
                .build();
    }
}
