package hoso.query.desk.frame;

import hoso.edge.Caller;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.edge.Scope;
import hoso.query.desk.ask.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page is drawn in.
 *
 * @param known who is signed in; null for nobody
 * @param csrf what a form sends along to show that it is one of ours; empty where nobody is signed in
 * @param address of the page itself, to come back to; empty of what was sent by a form, which no address brings back
 * @param part whether only a part of a page is asked for, to be put into one that is shown already
 */
public record Frame(Language language, @Nullable Caller known, String csrf, String address, boolean part) {

    public String say(String vietnamese, String english) {
        return language.say(vietnamese, english);
    }

    public Format format() {
        return new Format(language);
    }

    public boolean isKnown() {
        return known != null;
    }

    /** @throws Problem {@code unauthorized}, where nobody is signed in */
    public Caller caller() {
        if (known == null) throw Problem.of(ProblemCode.UNAUTHORIZED, "nobody is signed in");
        return known;
    }

    public boolean has(Scope scope) {
        return known != null && known.has(scope);
    }

    public List<Tab> tabs() {
        return known == null ? List.of() : Tab.of(known);
    }

    /** Where the same page is in the other language. */
    public String inOtherLanguage() {
        return "/ngon-ngu?" + LanguageController.LANGUAGE + "="
                + language.other().code() + "&" + LanguageController.BACK + "=" + Question.encoded(address);
    }
}
