package hoso.standalone.launch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of a command line: {@code --name value}, {@code --name=value} and flags, each name one that is known. */
record CommandLine(Map<String, List<String>> values, Set<String> flags) {

    static CommandLine read(List<String> words, Set<String> known, Set<String> knownFlags) {
        var values = new HashMap<String, List<String>>();
        var flags = new HashSet<String>();
        for (var rest = words.iterator(); rest.hasNext(); ) {
            var word = rest.next();
            var parts = word.split("=", 2);
            var name = parts[0];
            if (knownFlags.contains(word)) {
                flags.add(word);
            } else if (!known.contains(name)) {
                throw Refused.usage("unknown option " + word);
            } else if (parts.length == 1 && !rest.hasNext()) {
                throw Refused.usage("a value is missing after " + name);
            } else {
                values.computeIfAbsent(name, any -> new ArrayList<>()).add(parts.length == 2 ? parts[1] : rest.next());
            }
        }
        return new CommandLine(values, flags);
    }

    /** Of an option given twice the last counts. */
    Optional<String> last(String name) {
        return Optional.ofNullable(values.get(name)).map(List::getLast);
    }

    /** All values of an option that may be repeated, or holds a list with commas. */
    List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .map(String::strip)
                .toList();
    }

    int number(String name, int otherwise, int min, int max) {
        var text = last(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.get().matches("\\d{1,9}")) {
            int number = Integer.parseInt(text.get());
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw Refused.usage(name + " wants a number from " + min + " to " + max + ", not '" + text.get() + "'");
    }
}
