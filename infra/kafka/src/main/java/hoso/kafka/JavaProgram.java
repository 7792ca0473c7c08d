package hoso.kafka;

import hoso.process.Command;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Another main class of this very program, to be run in a JVM of its own: from its one jar, or from a class path.
 *
 * @param logging the configuration of its log, on the class path
 */
record JavaProgram(Class<?> main, String heapMax, String logging) {

    /** What Spring Boot's jars are entered by where not their own main class is wanted. */
    private static final String BOOT_ENTRY = "org.springframework.boot.loader.launch.PropertiesLauncher";

    List<String> line(List<String> arguments) {
        var path = System.getProperty("java.class.path");
        var line = new ArrayList<>(Command.inSessionOfItsOwn());
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-Xmx" + heapMax, "-XX:+ExitOnOutOfMemoryError", "-XX:+UseSerialGC"));
        line.add("-Dlogback.configurationFile=" + logging);
        if (isBootJar(path)) line.addAll(List.of("-Dloader.main=" + main.getName(), "-cp", path, BOOT_ENTRY));
        else line.addAll(List.of("-cp", path, main.getName()));
        line.addAll(arguments);
        return line;
    }

    /** Classes within a jar within the jar are not on the class path that the JVM was given. */
    private boolean isBootJar(String path) {
        return !path.contains(File.pathSeparator)
                && main.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath()
                        .contains(".jar!");
    }
}
