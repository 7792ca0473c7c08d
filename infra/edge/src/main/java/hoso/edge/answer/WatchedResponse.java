package hoso.edge.answer;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Lets everything pass but the body of a failure that is neither a problem document nor a page that tells people of one: that
 * is thrown away, to be replaced.
 */
final class WatchedResponse extends HttpServletResponseWrapper {

    private static final String PAGE = "text/html";

    WatchedResponse(HttpServletResponse response) {
        super(response);
    }

    boolean failedWithoutDocument() {
        var type = getContentType();
        return getStatus() >= 400 && (type == null || !(type.startsWith(Answer.MEDIA_TYPE) || type.startsWith(PAGE)));
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return failedWithoutDocument() ? new Nowhere() : super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return failedWithoutDocument()
                ? new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)
                : super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!failedWithoutDocument()) {
            super.flushBuffer();
        }
    }

    private static final class Nowhere extends ServletOutputStream {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("the body of a failure is not written asynchronously");
        }

        @Override
        public void write(int octet) {
            // a problem document takes its place
        }
    }
}
