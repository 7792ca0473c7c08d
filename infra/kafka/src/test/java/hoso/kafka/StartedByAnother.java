package hoso.kafka;

import java.nio.file.Path;
import java.util.OptionalInt;

/** The main class of a second JVM: starts a broker, says its process, and waits to be killed. */
final class StartedByAnother {

    private static final String SAYS = "broker ";
    private static final long LIFE_MILLIS = 60_000;

    private StartedByAnother() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var kafka = EmbeddedKafka.start(folder.resolve("kafka"), folder, OptionalInt.empty());
        System.out.println(SAYS + kafka.process().pid());
        Thread.sleep(LIFE_MILLIS);
    }

    /** The broker that such a JVM has started. */
    static ProcessHandle broker(Process parent) {
        return parent.inputReader()
                .lines()
                .filter(line -> line.startsWith(SAYS))
                .findFirst()
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line.substring(SAYS.length()))))
                .orElseThrow();
    }

    /** Starts that JVM on the folder. */
    static Process on(Path folder) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var line = new String[] {
            java, "-cp", System.getProperty("java.class.path"), StartedByAnother.class.getName(), folder.toString()
        };
        return new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
