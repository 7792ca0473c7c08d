package hoso.query.desk.frame;

import hoso.query.desk.ask.Question;
import java.util.List;
import java.util.function.Function;

/**
 * Some rows of a table that is too long for one page.
 *
 * @param count how many rows there are altogether
 * @param number which part of them is shown, from 1
 */
public record Part<T>(List<T> rows, int count, int number) {

    /** Names the part in an address. */
    public static final String PARAMETER = "phan";

    /** The communes of any province all stand on one page; more rows scroll slowly on an old machine. */
    static final int ROWS = 250;

    /** The part that a question names; the first where it names none, the last where there are not as many. */
    public static <T> Part<T> of(List<T> all, Question question) {
        String asked = question.text(PARAMETER);
        int number = Math.clamp(asked.matches("\\d{1,4}") ? Integer.parseInt(asked) : 1, 1, parts(all.size()));
        List<T> rows = all.stream().skip((number - 1L) * ROWS).limit(ROWS).toList();
        return new Part<>(rows, all.size(), number);
    }

    public <S> Part<S> map(Function<T, S> shown) {
        return new Part<>(rows.stream().map(shown).toList(), count, number);
    }

    public int parts() {
        return parts(count);
    }

    private static int parts(int count) {
        return Math.max(1, (count + ROWS - 1) / ROWS);
    }

    /** The first row that is shown, from 1. */
    public int firstRow() {
        return (number - 1) * ROWS + 1;
    }

    public int lastRow() {
        return firstRow() + rows.size() - 1;
    }
}
