package hoso.query.desk.frame;

import hoso.edge.Open;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
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

    private final DeskCookie chosen;

    /** @param behindTls whether people speak TLS to whatever stands before this server */
    public LanguageController(boolean behindTls) {
        this.chosen = new DeskCookie(COOKIE, "/", "Strict", KEPT, behindTls);
    }

    @GetMapping("/ngon-ngu")
    ResponseEntity<Void> choose(
            @RequestParam(name = LANGUAGE, defaultValue = "vi") String language,
            @RequestParam(name = BACK, defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        chosen.set(Language.of(language).code(), request, response);
        return Redirect.to(LocalAddress.of(back));
    }
}
