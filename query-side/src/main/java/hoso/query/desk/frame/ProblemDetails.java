package hoso.query.desk.frame;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with this very request, told to people: programs are told it in one English sentence. Whichever is not known in
 * Vietnamese stays as it is, and says in which language it is. Times in it are those of Viet Nam.
 */
final class ProblemDetails {

    private static final Pattern MOMENT = Pattern.compile(
            "(?<![\\w+:.-])\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:\\d\\d)(?![\\w:])");

    private ProblemDetails() {}

    /**
     * @param language that it is in
     */
    record Told(String text, Language language) {}

    static Told of(String detail, Language language) {
        Optional<String> vietnamese = language == Language.VI ? ProblemSentences.vietnamese(detail) : Optional.empty();
        var format = new Format(language);
        String text = MOMENT.matcher(vietnamese.orElse(detail))
                .replaceAll(found -> Matcher.quoteReplacement(format.timeIn(found.group())));
        return new Told(
                text.endsWith(".") ? text.substring(0, text.length() - 1) : text,
                vietnamese.isPresent() ? Language.VI : Language.EN);
    }
}
