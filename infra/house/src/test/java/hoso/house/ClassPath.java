package hoso.house;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a house in a process of its own is started with.
 *
 * <p>Half of a start is spent on reading classes. So one house is started and stopped for the sake of its classes alone,
 * and what it read is mapped into every later one (JEP 350). The JVM does so for jars only, and only where the class path
 * begins as it did then: in a build of this module together with those below it the classes of the product lie in folders
 * unless they have been packed ({@code mvn verify}), and every start reads for itself.
 */
final class ClassPath {

    private static final Path ARCHIVE = Path.of("target", "house.jsa").toAbsolutePath();

    private static final List<String> ENTRIES =
            List.of(System.getProperty("java.class.path").split(File.pathSeparator));

    private static boolean prepared;

    private ClassPath() {}

    /** The options of a JVM that runs the product or what is tested here. */
    static synchronized List<String> options() throws IOException {
        if (!prepared) {
            Files.deleteIfExists(ARCHIVE);
            if (isPacked()) prepare();
            prepared = true;
        }
        String mapped = "-XX:SharedArchiveFile=" + ARCHIVE;
        return Files.exists(ARCHIVE) ? List.of(mapped, "-cp", all()) : List.of("-cp", all());
    }

    private static void prepare() throws IOException {
        try (var data = HouseFolder.make();
                var process = HouseProcess.preparing(
                        data.path(), List.of("-XX:ArchiveClassesAtExit=" + ARCHIVE, "-cp", jars()))) {
            process.base();
        }
    }

    /** Whether all that is not tests lies in jars. */
    private static boolean isPacked() {
        return folders().allMatch(folder -> folder.endsWith("test-classes") || !Files.exists(Path.of(folder)));
    }

    private static Stream<String> folders() {
        return ENTRIES.stream().filter(Predicate.not(ClassPath::isJar));
    }

    private static boolean isJar(String entry) {
        return entry.endsWith(".jar") || entry.endsWith(".jar.original");
    }

    private static String jars() {
        return String.join(
                File.pathSeparator, ENTRIES.stream().filter(ClassPath::isJar).toList());
    }

    /** The jars first, as they were when the archive was made. */
    private static String all() {
        return Stream.concat(Stream.of(jars()), folders()).collect(Collectors.joining(File.pathSeparator));
    }
}
