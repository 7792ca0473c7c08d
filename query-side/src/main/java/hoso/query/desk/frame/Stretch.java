package hoso.query.desk.frame;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;
import java.util.List;
import java.util.Optional;

/**
 * A page of a list that is read on from where the page before ended.
 *
 * @param question as the address of the page has it
 * @param path of the page
 * @param next where the page after it begins, as the answer tells; empty of the last
 * @param count of the whole list; empty where the answer does not tell it
 */
public record Stretch(List<Answer> rows, Question question, String path, String next, Optional<Long> count) {

    /** Where a page begins, as the API is told. */
    public static final String AFTER = "after";

    /** The number of its first row, for people: the API does not count. */
    public static final String FIRST = "dong";

    public static Stretch of(List<Answer> rows, Question question, String path, Answer answer) {
        Optional<Long> count = answer.has("count") ? Optional.of(answer.number("count")) : Optional.empty();
        return new Stretch(rows, question, path, answer.textOr("next", ""), count);
    }

    /** From 1. */
    public long first() {
        String told = question.text(FIRST);
        return hasBefore() && told.matches("\\d{1,9}") ? Long.parseLong(told) : 1;
    }

    public long last() {
        return first() + rows.size() - 1;
    }

    /** Whether its rows can be those that the address says: somebody may have written another number into it. */
    public boolean isNumbered() {
        return count.isEmpty() || last() <= count.get();
    }

    public boolean hasBefore() {
        return question.has(AFTER);
    }

    public boolean hasNext() {
        return !next.isEmpty();
    }

    public boolean isWhole() {
        return !hasBefore() && !hasNext();
    }

    /** The address of the page after this one. */
    public String after() {
        return question.with(AFTER, next).with(FIRST, Long.toString(last() + 1)).at(path);
    }

    /** The address of the first page. */
    public String begin() {
        return whole(question).at(path);
    }

    /** The question about the list from its first row. */
    public static Question whole(Question question) {
        return question.without(AFTER, FIRST);
    }
}
