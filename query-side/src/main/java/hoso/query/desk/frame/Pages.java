package hoso.query.desk.frame;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/** Draws pages: templates that were compiled with the program, each with a frame and what it shows. */
public final class Pages {

    private static final String TYPE = "text/html;charset=UTF-8";

    private final TemplateEngine templates;
    private final Assets assets;

    public Pages(Assets assets) {
        this.templates = TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader());
        this.assets = assets;
    }

    /**
     * @param template its path, as {@code report/report}
     * @param page what it shows
     */
    public View page(String template, Frame frame, Object page) {
        return page(template, frame, page, HttpStatus.OK);
    }

    public View page(String template, Frame frame, Object page, HttpStatus status) {
        return new Drawn(
                template + ".jte", Map.of("frame", frame, "page", page, "assets", assets), frame.language(), status);
    }

    /** A part of a page: it needs no assets. */
    public View part(String template, Frame frame, Object page) {
        return part(template, frame, page, HttpStatus.OK);
    }

    View part(String template, Frame frame, Object page, HttpStatus status) {
        return new Drawn(template + ".jte", Map.of("frame", frame, "page", page), frame.language(), status);
    }

    /** A part of a page as a text, for whoever sends it in a way of its own. */
    public String text(String template, Frame frame, Object page) {
        var output = new StringOutput();
        templates.render(template + ".jte", Map.of("frame", frame, "page", page), output);
        return output.toString();
    }

    /** For filters, which have nobody who draws for them. */
    public static void draw(View page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            page.render(null, request, response);
        } catch (IOException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException("a page cannot be drawn", failed);
        }
    }

    private final class Drawn implements View {

        private final String template;
        private final Map<String, Object> shown;
        private final Language language;
        private final HttpStatus status;

        Drawn(String template, Map<String, Object> shown, Language language, HttpStatus status) {
            this.template = template;
            this.shown = shown;
            this.language = language;
            this.status = status;
        }

        @Override
        public String getContentType() {
            return TYPE;
        }

        /** As a whole before the first byte is sent: what fails midway is answered as a failure. */
        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var output = new Utf8ByteOutput();
            templates.render(template, shown, output);
            response.setStatus(status.value());
            response.setContentType(TYPE);
            response.setLocale(Locale.forLanguageTag(language.code()));
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream()::write);
        }
    }
}
