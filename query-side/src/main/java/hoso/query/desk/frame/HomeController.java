package hoso.query.desk.frame;

import hoso.edge.Open;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** {@code GET /}: the first tab that whoever is signed in may see, else the entrance. */
@Controller
@Open
public final class HomeController {

    private final Pages pages;

    public HomeController(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/")
    Object home(Frame frame) {
        if (!frame.isKnown()) return Redirect.to("/vao");
        if (frame.tabs().isEmpty()) return nothing(frame);
        return Redirect.to(frame.tabs().getFirst().path());
    }

    private View nothing(Frame frame) {
        return pages.page("frame/nothing", frame, "");
    }
}
