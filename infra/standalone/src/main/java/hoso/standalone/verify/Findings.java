package hoso.standalone.verify;

import hoso.standalone.verify.Outcome.Finding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What has been found so far. By one thread. */
public final class Findings {

    private static final class Line {
        private long checked;
        private long wrong;
        private @Nullable Finding first;
        private @Nullable String absent;
        private final SortedSet<String> signers = new TreeSet<>();
    }

    private final Map<Check, Line> lines = new EnumMap<>(Check.class);
    private final List<String> notes = new ArrayList<>();

    private Line line(Check check) {
        return lines.computeIfAbsent(check, unseen -> new Line());
    }

    void checked(Check check, long more) {
        line(check).checked += more;
    }

    void wrong(Check check, long position, String what) {
        Line line = line(check);
        line.wrong++;
        if (line.first == null || position < line.first.position()) line.first = new Finding(position, what);
    }

    void absent(Check check, String why) {
        line(check).absent = why;
    }

    /** @param fingerprint of a key that a signature has turned out to be of */
    void signedWith(Check check, String fingerprint) {
        line(check).signers.add(fingerprint);
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    /** Whether nothing was found. */
    public boolean intact() {
        return lines.values().stream().allMatch(line -> line.wrong == 0);
    }

    /** One for each check that there was. */
    public List<Outcome> outcomes() {
        return lines.entrySet().stream()
                .map(entry -> new Outcome(
                        entry.getKey(),
                        entry.getValue().checked,
                        entry.getValue().wrong,
                        Optional.ofNullable(entry.getValue().first),
                        Optional.ofNullable(entry.getValue().absent)))
                .toList();
    }

    /** The first thing that a check has found. */
    public Optional<Finding> first(Check check) {
        return outcomes().stream()
                .filter(outcome -> outcome.check() == check)
                .findFirst()
                .flatMap(Outcome::first);
    }

    /** Fingerprints of the keys that signatures were found to be of; none where none could be checked. */
    public List<String> signers(Check check) {
        Line line = lines.get(check);
        return line == null ? List.of() : List.copyOf(line.signers);
    }

    /** What is not wrong, and better known. */
    public List<String> notes() {
        return List.copyOf(notes);
    }
}
