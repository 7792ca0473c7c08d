package hoso.postgres;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What may differ between one server and another.
 *
 * @param secrets where the superuser's password is kept; by default {@code secrets} beside the data folder
 * @param port where it takes connections; by default where it did last, or anywhere
 * @param binaries where the binaries are unpacked; by default a cache folder of the machine or of the user
 * @param configuration parameters that win over {@code hoso.conf}; what makes commits durable cannot be changed
 */
public record Settings(
        Optional<Path> secrets, OptionalInt port, Optional<Path> binaries, SortedMap<String, String> configuration) {

    public Settings {
        configuration = Collections.unmodifiableSortedMap(new TreeMap<>(configuration));
    }

    public static Settings standard() {
        return new Settings(Optional.empty(), OptionalInt.empty(), Optional.empty(), new TreeMap<>());
    }

    public Settings with(String parameter, String value) {
        var changed = new TreeMap<>(configuration);
        changed.put(parameter, value);
        return new Settings(secrets, port, binaries, changed);
    }

    public Settings withSecrets(Path folder) {
        return new Settings(Optional.of(folder), port, binaries, configuration);
    }

    public Settings withPort(int wanted) {
        return new Settings(secrets, OptionalInt.of(wanted), binaries, configuration);
    }

    public Settings withBinaries(Path folder) {
        return new Settings(secrets, port, Optional.of(folder), configuration);
    }
}
