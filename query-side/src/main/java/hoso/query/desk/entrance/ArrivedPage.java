package hoso.query.desk.entrance;

import hoso.query.desk.frame.Frame;
import hoso.query.desk.frame.Frames;
import hoso.query.desk.frame.LocalAddress;
import hoso.query.desk.frame.Pages;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.View;

/**
 * Goes on to where somebody wanted to be. A redirect would not do: who comes from the page of an issuer, or by a link in a
 * message, comes from another site, and the cookie of the session is not sent until a page of ours asks.
 */
public final class ArrivedPage {

    private final Pages pages;

    public ArrivedPage(Pages pages) {
        this.pages = pages;
    }

    View page(HttpServletRequest request, String back) {
        Frame frame = Frames.of(request);
        var arriving = new Frame(frame.language(), null, "", frame.address(), false);
        return pages.page("entrance/arrived", arriving, LocalAddress.of(back));
    }
}
