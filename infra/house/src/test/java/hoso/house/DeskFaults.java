package hoso.house;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page of the desk does wrong in the browser that it is open in. */
final class DeskFaults {

    /** More stops than that within one field are a trap. */
    private static final int MOST_WITHIN = 9;

    private static final String RULES = resource("/axe.min.js");
    private static final JsonMapper JSON = new JsonMapper();

    /** A request that answers with the whole page was refused: problem pages are meant to be. */
    private static final String REFUSED = "Failed to load resource: the server responded with a status of";

    /** Asked of a page alone: nothing is loaded for the rules about sounds. */
    private static final String VIOLATIONS = """
            const done = arguments[arguments.length - 1];
            const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
            const told = rule => rule.nodes.map(node =>
                rule.id + " (" + rule.help + ") at " + node.target.join(" ") + ": " + node.html + " – "
                    + [...node.any, ...node.all, ...node.none].map(check => check.message).join("; "));
            axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"], preload: false})
                .then(results => done(results.violations.flatMap(told)), failed => done(["" + failed]));
            """;

    private static final String OVERFLOWS = """
            const width = arguments[0];
            if (document.documentElement.scrollWidth <= width) return [];
            const scrolls = element => element && element !== document.body
                && (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
            const told = [...document.body.querySelectorAll("*")]
                .filter(element => element.getBoundingClientRect().right > width + 1 && !scrolls(element.parentElement))
                .map(element => element.outerHTML.slice(0, 160));
            return told.length ? told : ["the document is " + document.documentElement.scrollWidth + " pixels wide"];
            """;

    /** What can be worked by keyboard, in the order of the page; of a group of radio buttons the chosen one. */
    private static final String STOPS = """
            const chosen = radio => radio.checked
                || ![...document.getElementsByName(radio.name)].some(other => other.checked);
            const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
                .filter(element => element.tabIndex >= 0 && !element.disabled && element.type !== "hidden"
                    && element.checkVisibility({visibilityProperty: true})
                    && (element.type !== "radio" || chosen(element)));
            window.stops = stops;
            document.body.tabIndex = -1;
            document.body.focus();
            document.body.removeAttribute("tabindex");
            window.scrollTo(0, 0);
            return stops.map(element => element.outerHTML.slice(0, 160).replaceAll(/\\s+/g, " "));
            """;

    /** Remembers of each key that is let go where the focus is, and what is wrong with how it shows. */
    private static final String FOLLOW = """
            const steps = [0.1, 0.5, 0.9];
            const within = (low, high, part, most) =>
                Math.max(low, 0) + (Math.min(high, most) - Math.max(low, 0)) * part;
            const told = element => {
                const style = getComputedStyle(element);
                const hits = rim => steps.some(x => steps.some(y => {
                    const hit = document.elementFromPoint(within(rim.left, rim.right, x, innerWidth),
                        within(rim.top, rim.bottom, y, innerHeight));
                    return hit && (element.contains(hit) || hit.contains(element) && hit.matches("label"));
                }));
                const wrong = [];
                if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) === 0) wrong.push("no outline");
                if (![...element.getClientRects()].some(hits)) wrong.push("covered");
                return [window.stops.indexOf(element), wrong.join(", ")];
            };
            window.followed = [];
            addEventListener("keyup", () => window.followed.push(told(document.activeElement)), true);
            """;

    private final DeskBrowser browser;
    private final ChromeDriver driver;

    DeskFaults(DeskBrowser browser, ChromeDriver driver) {
        this.browser = browser;
        this.driver = driver;
    }

    private static String resource(String path) {
        try (InputStream in = DeskFaults.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What was said and asked until now is that of the page before. */
    void forget() {
        consoleErrors();
        strangers();
    }

    /** What is against the rules of accessible pages, with the elements that are. */
    List<String> violations() {
        if (driver.executeScript("return !window.axe").equals(true)) driver.executeScript(RULES);
        return DeskBrowser.texts(driver.executeAsyncScript(VIOLATIONS));
    }

    /** What the console complained of since the page was opened; also what the policy of contents refused. */
    List<String> consoleErrors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> !(message.startsWith(driver.getCurrentUrl()) && message.contains(REFUSED)))
                .toList();
    }

    /** What was asked of anybody but the house since the page was opened. */
    List<String> strangers() {
        String own = browser.address("/");
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> JSON.readTree(entry.getMessage()).get("message"))
                .filter(message -> message.get("method").asString().equals("Network.requestWillBeSent"))
                .map(message -> message.at("/params/request/url").asString())
                .filter(url -> !url.startsWith(own) && !url.startsWith("data:"))
                .toList();
    }

    /** What makes the document wider than the screen. */
    List<String> overflows() {
        return DeskBrowser.texts(driver.executeScript(OVERFLOWS, browser.width()));
    }

    /**
     * Goes through the page by the tabulator from its top: what it does not come to in its turn, and where one does not see
     * that it is.
     */
    List<String> lostByKeyboard() {
        List<String> stops = DeskBrowser.texts(driver.executeScript(STOPS));
        driver.executeScript(FOLLOW);
        List<String> lost = new ArrayList<>();
        int before = -1;
        int inner = 0;
        while (before < stops.size() - 1) {
            JsonNode followed = followed(stops.size() - 1 - before);
            if (followed.isEmpty()) return List.of("the focus left the page before " + stops.get(before + 1));
            for (JsonNode focus : followed) {
                int now = focus.get(0).intValue();
                // a field of a day has stops of its own
                if (now == before && now >= 0 && ++inner < MOST_WITHIN) continue;
                if (now != before + 1) {
                    lost.add("after " + (before < 0 ? "the top" : stops.get(before)) + " comes "
                            + (now < 0 ? "something else" : stops.get(now)) + ", not " + stops.get(before + 1));
                    return lost;
                }
                String wrong = focus.get(1).asString();
                if (!wrong.isEmpty()) lost.add(wrong + ": " + stops.get(now));
                before = now;
                inner = 0;
            }
        }
        return lost;
    }

    /** Where the tabulator comes to, pressed so many times. */
    private JsonNode followed(int times) {
        browser.press(Keys.TAB.toString().repeat(times));
        return DeskBrowser.tree(driver.executeScript("return window.followed.splice(0)"));
    }
}
