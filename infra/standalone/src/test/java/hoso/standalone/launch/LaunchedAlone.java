package hoso.standalone.launch;

import java.nio.file.Path;
import java.util.List;

/** The main class of a second JVM, which can be sent a signal. */
final class LaunchedAlone {

    private LaunchedAlone() {}

    public static void main(String[] words) throws Exception {
        System.exit(new Launcher(new Announcing(), Path.of("/nowhere"), System.out, System.err).run(List.of(words)));
    }

    /** Says on standard output how far it has come. */
    private record Announcing() implements ServingHouse {

        @Override
        public AutoCloseable open(Prepared prepared) {
            System.out.println("opened " + prepared.postgres().postmaster().pid());
            return () -> System.out.println(
                    "closed, PostgreSQL runs: " + prepared.postgres().running());
        }

        @Override
        public String token(Options.Token order) {
            return "";
        }
    }
}
