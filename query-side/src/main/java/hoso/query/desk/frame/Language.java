package hoso.query.desk.frame;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a page is written in: Vietnamese, unless English is asked for. Both stand side by side where a page says something. */
public enum Language {
    VI("Tiếng Việt"),
    EN("English");

    private final String ownName;

    Language(String ownName) {
        this.ownName = ownName;
    }

    /** As the reader of a page knows it, {@code vi} or {@code en} (BCP 47). */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String ownName() {
        return ownName;
    }

    public String say(String vietnamese, String english) {
        return this == VI ? vietnamese : english;
    }

    /** The other one. */
    public Language other() {
        return this == VI ? EN : VI;
    }

    /** Vietnamese for whatever names none. */
    static Language of(@Nullable String code) {
        return Stream.of(values())
                .filter(language -> language.code().equals(code))
                .findFirst()
                .orElse(VI);
    }
}
