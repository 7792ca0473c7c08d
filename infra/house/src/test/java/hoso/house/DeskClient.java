package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Caller;
import hoso.query.desk.entrance.DeskLinks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a browser does for whoever sits at the desk: it keeps cookies, and sends a form with the token of the page that the
 * form stands on. It follows no redirect by itself.
 */
final class DeskClient {

    /** The cookie of whoever is signed in. */
    static final String SESSION = "hoso-desk";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern GOES_ON = Pattern.compile("<meta http-equiv=\"refresh\" content=\"0;url=([^\"]*)\">");

    private final RunningHouse house;
    private final Map<String, Cookie> cookies = new TreeMap<>();
    private String csrf = "";

    private record Cookie(String value, String path) {}

    private DeskClient(RunningHouse house) {
        this.house = house;
    }

    /** A page, or whatever else was answered. */
    record Page(int status, HttpHeaders headers, String body) {

        /** Empty where it was not sent. */
        String header(String name) {
            return String.join(", ", headers.allValues(name));
        }

        /** Where it sends the browser to; empty where it does not. */
        String location() {
            return header("Location");
        }

        /** Where a page that is shown goes on to by itself. */
        String goesOnTo() {
            Matcher refresh = GOES_ON.matcher(body);
            assertThat(refresh.find()).as(body).isTrue();
            return refresh.group(1).replace("&amp;", "&");
        }

        boolean isPage() {
            return header("Content-Type").equals("text/html;charset=UTF-8");
        }

        List<String> cookiesSet() {
            return headers.allValues("Set-Cookie");
        }
    }

    /** Nobody is signed in. */
    static DeskClient at(RunningHouse house) {
        return new DeskClient(house);
    }

    /** By a link that signs in once; it looks at the first page, whose forms it can send. */
    static DeskClient signedIn(RunningHouse house, Caller caller) {
        var client = new DeskClient(house);
        Page answer = client.get(link(house, caller));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        client.arrive(answer.goesOnTo());
        return client;
    }

    static String link(RunningHouse house, Caller caller) {
        return house.context().getBean(DeskLinks.class).issue(caller);
    }

    /** Somebody else who holds the same cookies. */
    DeskClient copy() {
        var other = new DeskClient(house);
        other.cookies.putAll(cookies);
        other.csrf = csrf;
        return other;
    }

    /** What the forms of the page it got last send along. */
    String csrf() {
        return csrf;
    }

    Page get(String path, String... headers) {
        Page page = send(request(path, headers).GET());
        Matcher token = CSRF.matcher(page.body());
        if (token.find()) csrf = token.group(1);
        return page;
    }

    /** What a link answers with that is no page. */
    byte[] download(String path) {
        HttpResponse<byte[]> answer = sent(request(path).GET(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** Goes on wherever it is sent, to the page at the end. */
    Page arrive(String path) {
        Page page = get(path);
        while (page.status() == 303) page = get(page.location());
        return page;
    }

    /** Sends a form of the page it got last. */
    Page post(String path, Map<String, ?> form, String... headers) {
        Map<String, Object> fields = new LinkedHashMap<>(form);
        fields.put("_csrf", csrf);
        return postAsItIs(path, fields, headers);
    }

    /** Sends a form that is no more than what is said here. */
    Page postAsItIs(String path, Map<String, ?> form, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form))));
    }

    /** Goes to another server, which sees no cookie of the house. */
    static Page elsewhere(URI address) {
        return sent(
                HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(1)).GET());
    }

    static String encoded(Map<String, ?> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        encoded(field.getKey()) + "=" + encoded(field.getValue().toString()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What is found in a text by the first group of a pattern. */
    static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(house.uri(path)).timeout(Duration.ofMinutes(2));
        String sent = cookies.entrySet().stream()
                .filter(cookie -> path.startsWith(cookie.getValue().path()))
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue().value())
                .collect(Collectors.joining("; "));
        if (!sent.isEmpty()) request.header("Cookie", sent);
        if (headers.length > 0) request.headers(headers);
        return request;
    }

    private Page send(HttpRequest.Builder request) {
        Page page = sent(request);
        page.cookiesSet().forEach(this::keep);
        return page;
    }

    private void keep(String set) {
        List<String> parts = List.of(set.split("; *"));
        String[] named = parts.getFirst().split("=", 2);
        String path = parts.stream()
                .filter(part -> part.startsWith("Path="))
                .map(part -> part.substring("Path=".length()))
                .findFirst()
                .orElse("/");
        if (parts.contains("Max-Age=0")) cookies.remove(named[0]);
        else cookies.put(named[0], new Cookie(named[1], path));
    }

    private static Page sent(HttpRequest.Builder request) {
        HttpResponse<String> response = sent(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Page(response.statusCode(), response.headers(), response.body());
    }

    private static <T> HttpResponse<T> sent(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request.build(), body);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
