package hoso.query.desk.frame;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.edge.answer.ProblemDocument;
import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/** What is shown where a page cannot be: the same problem that a program is answered, in words, in the frame of the desk. */
public final class ProblemPages implements HandlerExceptionResolver, Ordered {

    private static final String DESK = "hoso.query.desk.";

    /** Marks requests of people, whom a page is answered also where no controller is. */
    private static final String EXPECTED = ProblemPages.class.getName();

    private final Pages pages;
    private final JsonMapper json;

    public ProblemPages(Pages pages, JsonMapper json) {
        this.pages = pages;
        this.json = json;
    }

    /**
     * A problem as a page shows it.
     *
     * @param detail on this very request
     * @param detailLanguage that the detail is in
     * @param id of what is logged; empty where nothing is
     */
    public record Shown(
            int status, String code, String title, String advice, String detail, Language detailLanguage, String id) {}

    /** Whatever this request fails with is to be told by a page. */
    public static void expect(HttpServletRequest request) {
        request.setAttribute(EXPECTED, true);
    }

    /** Of what a page failed with; anything else is left to those who answer programs. */
    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        boolean ofDesk = handler instanceof HandlerMethod page
                ? page.getBeanType().getName().startsWith(DESK) && !page.hasMethodAnnotation(ResponseBody.class)
                : request.getAttribute(EXPECTED) != null;
        return ofDesk && !response.isCommitted() ? new ModelAndView(page(request, response, thrown)) : null;
    }

    /** For filters, which have no view. */
    public void write(HttpServletRequest request, HttpServletResponse response, Throwable thrown) throws IOException {
        Pages.draw(page(request, response, thrown), request, response);
    }

    /** The part of a page that tells of a failure, for whoever sends it in a way of its own. */
    public String text(Frame frame, Throwable thrown) {
        return pages.text("frame/problemPart", frame, shown(thrown, frame.language()));
    }

    /**
     * A page that answers a question; where the question can be asked otherwise, its form with what was refused.
     *
     * @param form the template of a {@link RefusedQuestion}
     */
    public View orAskAgain(String form, Question question, Frame frame, Supplier<View> page) {
        try {
            return page.get();
        } catch (Problem refused) {
            if (!Refused.isOfQuestion(refused)) throw refused;
            var again = new RefusedQuestion(question, shown(refused, frame.language()));
            return pages.page(form, frame, again, Refused.status(refused));
        }
    }

    private View page(HttpServletRequest request, HttpServletResponse response, Throwable thrown) {
        Frame frame = Frames.of(request);
        Shown shown = shown(thrown, frame.language());
        if (thrown instanceof Problem problem)
            problem.retryAfter()
                    .ifPresent(wait -> response.setHeader("Retry-After", Long.toString(Math.max(1, wait.toSeconds()))));
        response.setHeader("Cache-Control", "no-store");
        HttpStatus status = HttpStatus.valueOf(shown.status());
        return frame.part()
                ? pages.part("frame/problemPart", frame, shown, status)
                : pages.page("frame/problem", frame, shown, status);
    }

    /** For a form that is drawn once more, with what was refused about it. */
    public Shown shown(Throwable thrown, Language language) {
        Answer document = Answer.of(json.readTree(ProblemDocument.of(thrown)));
        int status = (int) document.number("status");
        String text = document.text("code");
        ProblemCode code = Arrays.stream(ProblemCode.values())
                .filter(known -> known.code().equals(text) && known.status() == status)
                .findFirst()
                .orElse(ProblemCode.INTERNAL);
        ProblemDetails.Told detail = ProblemDetails.of(document.textOr("detail", ""), language);
        return new Shown(
                status,
                text,
                ProblemTitles.of(code, language),
                ProblemTitles.advice(code, language),
                detail.text(),
                detail.language(),
                document.textOr("id", ""));
    }

    /** After who keeps a record of what was refused, ahead of who answers programs. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }
}
