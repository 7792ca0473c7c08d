package hoso.postgres;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What may differ between one server and another.
 *
 * @param secrets where the superuser's password is kept; by default {@code secrets} beside the data folder
 * @param binaries where the binaries are unpacked; by default a cache folder of the machine or of the user
 * @param configuration parameters that win over {@code hoso.conf}; what makes commits durable cannot be changed
 */
public record Settings(Optional<Path> secrets, Optional<Path> binaries, SortedMap<String, String> configuration) {

    public Settings {
        configuration = Collections.unmodifiableSortedMap(new TreeMap<>(configuration));
    }

    public static Settings standard() {
        return new Settings(Optional.empty(), Optional.empty(), new TreeMap<>());
    }

    public Settings with(String parameter, String value) {
        var changed = new TreeMap<>(configuration);
        changed.put(parameter, value);
        return new Settings(secrets, binaries, changed);
    }

    public Settings withSecrets(Path folder) {
        return new Settings(Optional.of(folder), binaries, configuration);
    }

    public Settings withBinaries(Path folder) {
        return new Settings(secrets, Optional.of(folder), configuration);
    }
}
