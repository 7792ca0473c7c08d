package hoso.query.desk.unit;

import hoso.edge.Needs;
import hoso.edge.Parameters;
import hoso.edge.Scope;
import hoso.query.desk.ask.Question;
import hoso.query.desk.frame.Frame;
import hoso.query.desk.frame.Pages;
import hoso.query.desk.frame.Part;
import hoso.query.desk.frame.Stretch;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** {@code GET /don-vi}: the part of a page in which another unit is chosen, each a link to the same question about it. */
@Controller
@Needs(Scope.REPORT_READ)
public final class UnitTab {

    private static final String TEXT = "tim";
    private static final String PAGE = "trang";
    private static final String DAY = "ngay";
    private static final Set<String> PAGES = Set.of("/bao-cao", "/viec", "/da-chot");

    private final Pages pages;
    private final UnitSearch search;

    public UnitTab(Pages pages, UnitSearch search) {
        this.pages = pages;
        this.search = search;
    }

    /**
     * @param path of the page that a unit is chosen for
     * @param question that it asks
     * @param searched whether something was searched for: then each tells where it stands
     */
    public record Choice(UnitSearch.Page found, String path, Question question, boolean searched) {

        public String address(UnitSearch.Found unit) {
            return question.with("unit", unit.code()).at(path);
        }
    }

    @GetMapping("/don-vi")
    View units(@RequestParam Map<String, String> given, Frame frame) {
        Question question = Question.of(given);
        String path = question.text(PAGE);
        if (!PAGES.contains(path)) throw Parameters.malformed(PAGE + " is none of the pages that ask for a unit");
        var choice = new Choice(
                search.find(question.text(TEXT), question.day(DAY), frame.caller()),
                path,
                Stretch.whole(question).without(TEXT, PAGE, DAY, Part.PARAMETER, "key"),
                question.has(TEXT));
        return pages.part("frame/units", frame, choice);
    }
}
