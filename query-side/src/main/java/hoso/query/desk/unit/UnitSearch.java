package hoso.query.desk.unit;

import hoso.edge.Caller;
import hoso.query.question.KnownReference;
import hoso.query.question.Names;
import hoso.query.question.ReadRights;
import hoso.query.question.Standpoints;
import hoso.vocabulary.Unit;
import hoso.vocabulary.UnitTree;
import hoso.vocabulary.VietnamTime;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The units that a caller sees, as the tree of a day, searched by code or by words of the name, with marks or without. */
public final class UnitSearch {

    /** As many as anybody scrolls through; who wants another one types more. */
    private static final int FOUND_MAX = 100;

    /** A shorter part stands in the codes of units that nobody means by it. */
    private static final int CODE_PART_MIN = 3;

    /** Of letters that were decomposed. */
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final Standpoints standpoints;
    private final KnownReference reference;
    private final InstantSource clock;

    public UnitSearch(Standpoints standpoints, KnownReference reference, InstantSource clock) {
        this.standpoints = standpoints;
        this.reference = reference;
        this.clock = clock;
    }

    /**
     * A unit that was found.
     *
     * @param code as those who ask call it
     * @param depth below the uppermost unit that is seen
     * @param under the names above it, the uppermost first
     */
    public record Found(String code, String name, int depth, List<String> under) {}

    /**
     * @param more whether there are more than are shown
     */
    public record Page(List<Found> units, boolean more) {}

    /**
     * All of them from the top where nothing is asked.
     *
     * @param day whose tree it is; empty for today's
     */
    public Page find(String text, Optional<LocalDate> day, Caller caller) {
        Predicate<Unit> wanted = wanted(text);
        var walk = new Walk(seen(day, caller), wanted);
        walk.roots().forEach(root -> walk.down(root, List.of()));
        return new Page(walk.found.stream().limit(FOUND_MAX).toList(), walk.found.size() > FOUND_MAX);
    }

    /** The uppermost unit that a caller sees; where there are several, the first by its code. */
    public Optional<String> first(Caller caller) {
        Seen seen = seen(Optional.empty(), caller);
        return new Walk(seen, unit -> true)
                .roots().stream().findFirst().map(root -> seen.names().shownUnit(root.code()));
    }

    /** Whether a caller has the right to the root of a tree, which what holds for all its units needs. */
    public boolean holdsRoot(Caller caller) {
        return caller.units().all()
                || new Walk(seen(Optional.empty(), caller), unit -> true)
                        .roots().stream().anyMatch(unit -> unit.parent() == null);
    }

    private record Seen(UnitTree tree, Predicate<String> sees, Names names) {}

    private Seen seen(Optional<LocalDate> asked, Caller caller) {
        long newest = standpoints.newest();
        Instant now = clock.instant();
        LocalDate day = asked.orElse(VietnamTime.date(now));
        UnitTree tree = reference.asOf(newest).tree(day);
        ReadRights rights = ReadRights.of(caller, reference, newest, now);
        // a unit is asked about for each below it, and its subtree is as large as they are many
        Map<String, Boolean> known = new HashMap<>();
        Predicate<String> sees =
                unit -> rights.all() || known.computeIfAbsent(unit, one -> rights.seesAll(tree.subtree(one), day));
        return new Seen(tree, sees, reference.names(newest));
    }

    private static final class Walk {
        private final Seen seen;
        private final Predicate<Unit> wanted;
        private final List<Found> found = new ArrayList<>();

        Walk(Seen seen, Predicate<Unit> wanted) {
            this.seen = seen;
            this.wanted = wanted;
        }

        /** Seen, and under none that is. */
        List<Unit> roots() {
            return seen.tree().units().stream()
                    .filter(unit -> seen.sees().test(unit.code()))
                    .filter(unit -> unit.parent() == null || !seen.sees().test(unit.parent()))
                    .toList();
        }

        void down(Unit unit, List<String> under) {
            if (found.size() > FOUND_MAX) return;
            if (wanted.test(unit))
                found.add(new Found(seen.names().shownUnit(unit.code()), unit.name(), under.size(), under));
            List<String> below = new ArrayList<>(under);
            below.add(unit.name());
            for (String child : seen.tree().children(unit.code()))
                if (seen.sees().test(child)) seen.tree().unit(child).ifPresent(one -> down(one, below));
        }
    }

    /** By each word: the beginning of a word of the name, or of the code, or some of the code that is long enough to mean it. */
    private static Predicate<Unit> wanted(String text) {
        List<String> words = words(text);
        return unit -> matches(words, unit.code(), unit.name());
    }

    static boolean matches(List<String> words, String code, String name) {
        String plainCode = plain(code);
        String named = " " + plain(name);
        return words.stream()
                .allMatch(word -> named.contains(" " + word)
                        || plainCode.startsWith(word)
                        || (word.length() >= CODE_PART_MIN && plainCode.contains(word)));
    }

    static List<String> words(String text) {
        return List.of(plain(text).strip().split("\\s+", -1));
    }

    /** Without the marks that not everybody types. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .transform(decomposed -> MARKS.matcher(decomposed).replaceAll(""))
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT);
    }
}
