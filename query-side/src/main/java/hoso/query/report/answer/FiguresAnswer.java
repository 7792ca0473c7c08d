package hoso.query.report.answer;

import hoso.query.report.catalogue.Rates;
import hoso.query.report.figure.Cell;
import hoso.query.report.figure.Cells;
import hoso.query.report.figure.Figures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures as the answer nests them: {@code resolved.late} is the member {@code late} of {@code resolved}. */
public final class FiguresAnswer {

    private FiguresAnswer() {}

    /** All members, in the order of the cells; petitions only where they are counted. */
    public static Map<String, Object> of(Figures figures, boolean petitions) {
        Map<String, Object> answer = new LinkedHashMap<>();
        for (Cell cell : Cells.ofReports())
            if (petitions || !cell.countsPetitions()) put(answer, cell.name(), figures.of(cell));
        answer.put("rates", Rates.of(figures));
        return answer;
    }

    /** The cells that a report does not print. */
    public static Map<String, Object> reckoned(Figures figures) {
        Map<String, Object> answer = new LinkedHashMap<>();
        List<Cell> printed = Cells.ofReports();
        for (Cell cell : Cells.all().subList(printed.size(), Cells.all().size()))
            put(answer, cell.name(), figures.of(cell));
        return answer;
    }

    private static void put(Map<String, Object> answer, String path, long value) {
        int dot = path.indexOf('.');
        if (dot < 0) answer.put(path, value);
        else put(member(answer, path.substring(0, dot)), path.substring(dot + 1), value);
    }

    @SuppressWarnings("unchecked") // every member that is no number was put there below
    private static Map<String, Object> member(Map<String, Object> answer, String name) {
        return (Map<String, Object>) answer.computeIfAbsent(name, absent -> new LinkedHashMap<String, Object>());
    }
}
