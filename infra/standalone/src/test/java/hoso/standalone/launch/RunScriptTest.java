package hoso.standalone.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script infra/run in a checkout of its own, with a JDK and a Maven that only say what they are asked to do. */
class RunScriptTest {

    @TempDir
    Path checkout;

    private record Outcome(int code, String out, String err) {}

    @BeforeEach
    void checkOut() throws IOException {
        write("infra/run", Files.readString(Path.of("../run")));
        write("pom.xml", "");
        write("command-side/src/main/java/A.java", "");
        age("pom.xml", "command-side/src/main/java/A.java", "command-side/src/main/java", "command-side/src/main");
        write("jdk/release", "JAVA_VERSION=\"25.0.1\"\n");
        write("jdk/bin/javac", "");
        write("jdk/bin/java", "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        write("bin/mvn", """
                #!/bin/sh
                echo "[INFO] Building Hoso 1 [2/3]"
                echo "built with $JAVA_HOME" >>"$(dirname "$0")/../builds"
                if [ -e "$(dirname "$0")/../broken" ]; then echo "[ERROR] A.java does not compile"; exit 1; fi
                touch "$(dirname "$0")/../infra/standalone/target/hoso.jar"
                """);
    }

    private void write(String name, String content) throws IOException {
        var file = checkout.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void age(String... names) throws IOException {
        for (var name : names) {
            Files.setLastModifiedTime(checkout.resolve(name), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        }
    }

    private Outcome run(String... words) throws Exception {
        var line = new ArrayList<>(List.of(checkout.resolve("infra/run").toString()));
        line.addAll(List.of(words));
        var builder = new ProcessBuilder(line).directory(Path.of("/").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", checkout.resolve("bin") + ":/usr/bin:/bin");
        builder.environment().put("JAVA_HOME", checkout.resolve("jdk").toString());
        var out = Files.createTempFile(checkout, "out", "");
        var err = Files.createTempFile(checkout, "err", "");
        var process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        return new Outcome(process.waitFor(), Files.readString(out), Files.readString(err));
    }

    private long builds() throws IOException {
        var file = checkout.resolve("builds");
        return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }

    @Test
    void builds_on_first_use_and_when_a_source_is_newer_or_gone_and_else_not() throws Exception {
        assertThat(run("--build-only").code()).isZero();
        assertThat(run("--build-only")).isEqualTo(new Outcome(0, "", ""));
        assertThat(builds()).isEqualTo(1);

        write("command-side/src/main/java/B.java", "");
        assertThat(run("--build-only").code()).isZero();
        assertThat(builds()).isEqualTo(2);

        Files.delete(checkout.resolve("command-side/src/main/java/A.java"));
        assertThat(run("--build-only").code()).isZero();
        assertThat(builds()).isEqualTo(3);
        assertThat(checkout.resolve("builds")).content().contains("built with " + checkout.resolve("jdk"));
    }

    @Test
    void passes_every_word_on_to_the_jar_and_says_nothing_else_on_standard_output() throws Exception {
        var outcome = run("token", "--role", "reader", "--units", "H20 12");
        assertThat(outcome.out())
                .startsWith("@" + checkout.resolve("infra/jvm.options") + "\n")
                .contains("-Daxoniq.update-checker.disabled=true\n")
                .endsWith("-jar\n" + checkout.resolve("infra/standalone/target/hoso.jar")
                        + "\ntoken\n--role\nreader\n--units\nH20 12\n");
        assertThat(outcome.err()).startsWith("Building Hoso: ");
    }

    @Test
    void an_instance_runs_from_a_copy_that_no_build_takes_from_it_and_that_is_cleared_away_after_it() throws Exception {
        var first = run("--port", "1");
        var copy = Pattern.compile("-jar\n(" + checkout + "/\\.running/\\d+\\.jar)\n--port\n1\n$");
        var found = copy.matcher(first.out());
        assertThat(found.find()).as(first.out()).isTrue();
        assertThat(Path.of(found.group(1)))
                .hasSameBinaryContentAs(checkout.resolve("infra/standalone/target/hoso.jar"));

        var own = checkout.resolve(".running/" + ProcessHandle.current().pid() + ".jar");
        Files.writeString(own, "of a process that runs");
        run("--port", "2");
        assertThat(Path.of(found.group(1))).doesNotExist();
        assertThat(own).exists();
    }

    @Test
    void where_no_whole_copy_can_be_made_the_jar_itself_must_do_and_no_part_is_left() throws Exception {
        run("--build-only");
        write("bin/cp", "#!/bin/sh\necho part >\"$2\"\necho disk full >&2\nexit 1\n");

        var outcome = run("--port", "1");

        assertThat(outcome.out())
                .endsWith("-jar\n" + checkout.resolve("infra/standalone/target/hoso.jar") + "\n--port\n1\n");
        assertThat(outcome.err().lines()).singleElement().asString().startsWith("Starting Hoso: ");
        assertThat(checkout.resolve(".running")).isEmptyDirectory();
    }

    @Test
    void a_build_that_fails_shows_the_end_of_its_log_and_is_tried_again() throws Exception {
        write("broken", "");
        var outcome = run();
        assertThat(outcome.code()).isEqualTo(69);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("A.java does not compile")
                .endsWith("hoso: the build failed; its log is " + checkout.resolve("infra/standalone/target/build.log")
                        + "\n");

        Files.delete(checkout.resolve("broken"));
        assertThat(run("--build-only").code()).isZero();
    }

    @Test
    void a_jdk_that_is_too_old_is_passed_over() throws Exception {
        write("jdk/release", "JAVA_VERSION=\"24.0.2\"\n");
        write("newer/release", "JAVA_VERSION=\"26\"\n");
        write("newer/bin/javac", "");
        write("newer/bin/java", "#!/bin/sh\necho newer\n");
        Files.createSymbolicLink(checkout.resolve("bin/java"), checkout.resolve("newer/bin/java"));
        assertThat(run().out()).isEqualTo("newer\n");
    }

    @Test
    void help_needs_nothing() throws Exception {
        write("jdk/release", "JAVA_VERSION=\"17\"\n");
        var outcome = run("--help");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).startsWith("Usage: infra/run").contains("--demo");
        assertThat(builds()).isZero();
    }
}
