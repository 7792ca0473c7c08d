package hoso.house;

import hoso.edge.Caller;
import hoso.query.desk.entrance.DeskLinks;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.openqa.selenium.By;
import org.openqa.selenium.ScriptTimeoutException;
import org.openqa.selenium.UnexpectedAlertBehaviour;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Chromium without a window, which looks at the desk of a house; {@link DeskFaults} tells what its pages do wrong. */
final class DeskBrowser implements AutoCloseable {

    /** Below it a screen is that of a telephone, which lays pages out by their own word. */
    private static final int TELEPHONE_MAX = 600;

    private static final int HEIGHT = 768;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    /** No part under way and no replay, every chart drawn, and two frames painted since. */
    private static final String IS_IDLE = """
            const done = arguments[arguments.length - 1];
            const busy = ".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added, [data-replay]:disabled";
            const chart = place => place.hidden || place.dataset.drawn || !document.querySelector(place.dataset.table);
            const idle = () => document.readyState === "complete" && !document.querySelector(busy)
                && [...document.querySelectorAll("[data-chart]")].every(chart);
            requestAnimationFrame(() => requestAnimationFrame(() => done(idle())));
            """;

    /** And where on the page it is then. */
    private static final String INTO_SIGHT = """
            arguments[0].scrollIntoView({block: 'center'});
            return Math.round(arguments[0].getBoundingClientRect().top + window.scrollY);
            """;

    private static final String WATCH = """
            const watched = document.querySelector(arguments[0]);
            window.watched = [];
            new MutationObserver(() => {
                const now = watched.value + " of " + watched.max;
                if (window.watched.at(-1) !== now) window.watched.push(now);
            }).observe(watched, {attributes: true});
            """;

    private final RunningHouse house;
    private final ChromeDriver driver;
    private final DeskFaults faults;
    private int width;

    private DeskBrowser(RunningHouse house, ChromeDriver driver) {
        this.house = house;
        this.driver = driver;
        this.faults = new DeskFaults(this, driver);
    }

    static boolean isInstalled() {
        return program("chromium", "google-chrome").isPresent()
                && program("chromedriver").isPresent();
    }

    /** One that looks at a house. */
    static DeskBrowser of(RunningHouse house) {
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(program("chromium", "google-chrome").orElseThrow().toString());
        options.setCapability("goog:loggingPrefs", logs);
        // whoever clicks here is sure
        options.setUnhandledPromptBehaviour(UnexpectedAlertBehaviour.ACCEPT);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--hide-scrollbars",
                "--force-color-profile=srgb",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("chromedriver").orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        var browser = new DeskBrowser(house, new ChromeDriver(service, options));
        browser.width(1366);
        return browser;
    }

    private static Optional<Path> program(String... names) {
        return Stream.concat(
                        Stream.of("/usr/bin"),
                        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)))
                .flatMap(folder -> Arrays.stream(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** As an administrator signs somebody in on the machine itself: by a link. */
    DeskBrowser signIn(Caller caller) {
        signOut();
        driver.get(address(house.context().getBean(DeskLinks.class).issue(caller)));
        wait(any -> !driver.getCurrentUrl().contains("/vao"));
        return settled();
    }

    /** Forgets who was signed in, and which language was chosen. */
    DeskBrowser signOut() {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        return this;
    }

    /** Chooses the language of pages by its code. */
    DeskBrowser speak(String language) {
        return open("/ngon-ngu?tieng=" + language + "&ve=/vao");
    }

    /** Opens a page, and forgets what was said and asked before. */
    DeskBrowser open(String path) {
        faults.forget();
        driver.get(address(path));
        return settled();
    }

    /** Of a page of the house. */
    String address(String path) {
        return house.uri("").toString() + path;
    }

    /** The first that is like it is clicked. */
    DeskBrowser click(String selector) {
        WebElement element = driver.findElement(By.cssSelector(selector));
        return clicked(element);
    }

    /** Follows the first link, or presses the first button, that says just this. */
    DeskBrowser choose(String text) {
        WebElement element = driver.findElements(By.cssSelector("a, button, summary")).stream()
                .filter(each -> each.isDisplayed() && said(each).equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing says " + text + " in " + text("body")));
        return clicked(element);
    }

    private DeskBrowser clicked(WebElement element) {
        // what lies under a sticky head cannot be clicked; what comes into sight may load something, and move what is
        // clicked
        Object before;
        Object place = null;
        do {
            before = place;
            place = driver.executeScript(INTO_SIGHT, element);
            settled();
        } while (!place.equals(before));
        element.click();
        return settled();
    }

    /** Fills a field of a form, as people type into it. */
    DeskBrowser fill(String selector, String value) {
        driver.executeScript(
                "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change', {bubbles: true}))",
                driver.findElement(By.cssSelector(selector)),
                value);
        return settled();
    }

    /** Waits until there is one that is like it. */
    DeskBrowser await(String selector) {
        wait(any -> count(selector) > 0);
        return this;
    }

    /** What is to be read in the first that is like it. */
    String text(String selector) {
        return said(driver.findElement(By.cssSelector(selector)));
    }

    private static String said(WebElement element) {
        return element.getText().strip().replaceAll("\\s+", " ");
    }

    /** Types at the end of what a field holds, key by key. */
    DeskBrowser type(String selector, CharSequence... keys) {
        driver.findElement(By.cssSelector(selector)).sendKeys(keys);
        return this;
    }

    DeskBrowser press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
        return this;
    }

    /** The screen's, in pixels; a narrow one is that of a telephone. */
    DeskBrowser width(int pixels) {
        if (pixels == width) return this;
        width = pixels;
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", pixels < TELEPHONE_MAX));
        return settled();
    }

    int width() {
        return width;
    }

    /** What is wrong with the page as it stands. */
    DeskFaults faults() {
        return faults;
    }

    /** What the page is laid out for: {@code print}, or {@code screen}. */
    DeskBrowser media(String medium) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", medium));
        return this;
    }

    private DeskBrowser settled() {
        wait(any -> driver.executeAsyncScript(IS_IDLE).equals(true));
        return this;
    }

    private void wait(Predicate<ChromeDriver> until) {
        // a page that is left while it is looked at answers no more
        new WebDriverWait(driver, PATIENCE, Duration.ofMillis(20))
                .ignoring(ScriptTimeoutException.class)
                .until(any -> until.test(driver));
    }

    /** That the page itself was answered with. */
    int status() {
        return number("return performance.getEntriesByType('navigation')[0].responseStatus");
    }

    /** Of the page, behind the house's. */
    String path() {
        return driver.getCurrentUrl().substring(address("").length());
    }

    /** What is read in each that is like it. */
    List<String> texts(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(DeskBrowser::said)
                .toList();
    }

    /** What the first field that is like it holds. */
    String value(String selector) {
        return driver.findElement(By.cssSelector(selector)).getDomProperty("value");
    }

    /** Remembers every value that the first that is like it goes through, for {@link #watched}. */
    DeskBrowser watch(String selector) {
        driver.executeScript(WATCH, selector);
        return this;
    }

    /** Each once, in their order. */
    List<String> watched() {
        return texts(driver.executeScript("return window.watched"));
    }

    String title() {
        return driver.getTitle();
    }

    String language() {
        return driver.executeScript("return document.documentElement.lang").toString();
    }

    int count(String selector) {
        return driver.findElements(By.cssSelector(selector)).size();
    }

    /** Whether the focus lies on one that is like it. */
    boolean isOn(String selector) {
        return driver.executeScript("return document.activeElement.matches(arguments[0])", selector)
                .equals(true);
    }

    /** What the first chart of a kind draws: each of its names with its numbers. */
    List<String> drawn(String kind) {
        return texts(driver.executeScript(
                "return Chart.getChart(document.querySelector('[data-chart=' + arguments[0] + '] canvas')).data.datasets"
                        + ".map(set => set.label + ': ' + set.data.join(', '))",
                kind));
    }

    /** The whole page as a PNG, as high as it is. */
    byte[] picture() {
        int height = tree(driver.executeCdpCommand("Page.getLayoutMetrics", Map.of()))
                .at("/cssContentSize/height")
                .intValue();
        return answered(
                "Page.captureScreenshot",
                Map.of(
                        "format",
                        "png",
                        "captureBeyondViewport",
                        true,
                        "optimizeForSpeed",
                        true,
                        "clip",
                        Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)));
    }

    /** The page as a PDF, on the paper that it asks for. */
    byte[] pdf() {
        return answered("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true));
    }

    private byte[] answered(String command, Map<String, Object> how) {
        return Base64.getDecoder()
                .decode(driver.executeCdpCommand(command, how).get("data").toString());
    }

    private int number(String script) {
        return ((Number) driver.executeScript(script)).intValue();
    }

    static JsonNode tree(Object answer) {
        return JSON.valueToTree(answer);
    }

    static List<String> texts(Object answer) {
        return StreamSupport.stream(tree(answer).spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
