package hoso.query.desk.entrance;

import hoso.edge.Open;
import hoso.edge.token.Holder;
import hoso.query.desk.ask.Question;
import hoso.query.desk.frame.Frame;
import hoso.query.desk.frame.LocalAddress;
import hoso.query.desk.frame.Pages;
import hoso.query.desk.frame.Redirect;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** {@code GET /vao}: the entrance, also by a link that signs in once; {@code POST /ra}: the way out. */
@Controller
@Open
public final class EntranceController {

    private final Pages pages;
    private final ArrivedPage arrived;
    private final DeskSessions sessions;
    private final DeskLinks links;
    private final boolean issuer;

    /** @param issuer whether people can sign in with one */
    public EntranceController(
            Pages pages, ArrivedPage arrived, DeskSessions sessions, DeskLinks links, boolean issuer) {
        this.pages = pages;
        this.arrived = arrived;
        this.sessions = sessions;
        this.links = links;
        this.issuer = issuer;
    }

    /**
     * How somebody may come in.
     *
     * @param signIn where the sign-in with the issuer begins; empty where there is none
     * @param spent whether a link was followed that signs nobody in any more
     */
    public record Entrance(String signIn, boolean spent) {}

    @GetMapping("/vao")
    View enter(
            @RequestParam(name = DeskLinks.CODE, defaultValue = "") String code,
            @RequestParam(name = SignInRequests.BACK, defaultValue = "/") String back,
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (code.isEmpty()) return entrance(frame, back, false, HttpStatus.OK);
        // who asks for the head of the answer alone follows no link
        boolean follows = request.getMethod().equals("GET") && isFromHere(request);
        Optional<Holder> holder = follows ? links.take(code) : Optional.empty();
        if (holder.isEmpty()) return entrance(frame, "/", true, HttpStatus.FORBIDDEN);
        sessions.open(holder.get().caller(), holder.get().ends(), request, response);
        return arrived.page(request, back);
    }

    @PostMapping("/ra")
    ResponseEntity<Void> leave(HttpServletRequest request, HttpServletResponse response) {
        sessions.close(request, response);
        return Redirect.to("/vao");
    }

    private View entrance(Frame frame, String back, boolean spent, HttpStatus status) {
        String signIn = issuer
                ? "/vao/di/" + Issuer.NAME + "?" + SignInRequests.BACK + "=" + Question.encoded(LocalAddress.of(back))
                : "";
        return pages.page("entrance/entrance", frame, new Entrance(signIn, spent), status);
    }

    /** A proxy on this machine tells for whom it asks: that one is elsewhere. */
    private static boolean isFromHere(HttpServletRequest request) {
        if (request.getHeader("Forwarded") != null || request.getHeader("X-Forwarded-For") != null) return false;
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException nobody) {
            return false;
        }
    }
}
