package hoso.house;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What README has one try, run by the shell as it is printed there, but for where the house lies and listens. */
class ReadmeTest {

    private static final Path README =
            Path.of("../../README.md").toAbsolutePath().normalize();
    private static final Pattern TRY_IT = Pattern.compile("\n## Try it\n(.*?)\n## ", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("```\n(.*?)```", Pattern.DOTALL);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    /** In the place of the launcher, which is built after this test. */
    private static final String KAFKA_TOOLS = """
            #!/usr/bin/env bash
            case "$1" in
                kafka-console-producer) tool=org.apache.kafka.tools.ConsoleProducer ;;
                kafka-console-consumer) tool=org.apache.kafka.tools.consumer.ConsoleConsumer ;;
                verify) exec '%1$s/bin/java' -cp '%2$s' hoso.standalone.launch.Launcher "$@" ;;
            esac
            exec '%1$s/bin/java' -cp '%2$s' "$tool" "${@:2}"
            """;

    /** What the commands take for granted of the demo. */
    private static final List<String> DEMO = List.of(
            event("unit.registered", "H20", """
                    {"name":"Tỉnh Đồng Tháp","level":"PROVINCE","validFrom":"2020-01-01"}"""),
            event("unit.registered", "H20.01", """
                    {"name":"Sở","level":"DEPARTMENT","parent":"H20","validFrom":"2020-01-01"}"""),
            event("procedure.published", "2.000815", """
                    {"name":"Chứng thực","field":"HT","onlineLevel":"FULL","processing":{"kind":"WORKING_DAYS",\
                    "amount":1},"validFrom":"2020-01-01"}"""),
            event("dossier.received", "H20.01-240227-0002", """
                    {"unit":"H20.01","procedure":"2.000815","channel":"DIRECT"}"""));

    /** On a busy machine the books may be a moment behind; a person asks again, too. */
    private static final String ONE_WHO_TRIES = """
            curl() {
                local said
                for _ in {1..100}; do
                    said="$(command curl "$@")"
                    [[ "$said" == *unknown-dossier* ]] || break
                    sleep 0.2
                done
                printf '%s' "$said"
            }
            """;

    @TempDir
    private Path folder;

    @Test
    @Timeout(180)
    void what_it_has_one_try_works_as_printed() throws Exception {
        try (var data = HouseFolder.make();
                var process = HouseProcess.launchedWithBroker(data.path()).started()) {
            var house = HouseClient.of(process::base, data.path());
            await().atMost(LONG_ENOUGH).until(house::isReady);
            assertThat(house.stream(DEMO).number("accepted")).isEqualTo(DEMO.size());
            await().atMost(LONG_ENOUGH).until(() -> isProjected(house));
            Files.createSymbolicLink(folder.resolve(".hoso"), data.path());
            toolsInTheirPlace();

            String said = shell(
                    blocks().replace("http://127.0.0.1:8080/", process.base().toString()));
            assertThat(said)
                    .contains(
                            "\"received\"",
                            "\"total\"",
                            "\"events\"",
                            "\"head\"",
                            "\"status\":\"accepted\"",
                            "\"matches\":true",
                            "\"publish\"")
                    .contains("hoso-code:malformed", "H20.01-260112-9002\t{\"specversion\"")
                    .contains("\"id\":\"H20.01-260112-9001\"")
                    .contains("Kết luận: hồ sơ quá hạn", "Verdict: the evidence is as it was recorded and signed")
                    .doesNotContain("application/problem+json", "urn:hoso:problem", "DEPRECATED", "Exception");
            assertThat(folder.resolve("bao-cao.docx")).content(ISO_8859_1).startsWith("PK");
        }
    }

    private static boolean isProjected(HouseClient house) throws Exception {
        var status = house.get("api/v1/status");
        return status.number("projected") == status.number("head");
    }

    private static String event(String type, String subject, String data) {
        return """
                {"specversion":"1.0","id":"0","source":"urn:demo","type":"hoso.%s.v1","subject":"%s",\
                "time":"2024-02-27T08:00:00+07:00","data":%s}""".formatted(type, subject, data);
    }

    private static String blocks() throws IOException {
        var section = TRY_IT.matcher(Files.readString(README, UTF_8));
        assertThat(section.find()).isTrue();
        return BLOCK.matcher(section.group(1))
                .results()
                .map(block -> block.group(1))
                .reduce((one, other) -> one + "\n" + other)
                .orElseThrow();
    }

    private void toolsInTheirPlace() throws IOException {
        Path run = Files.createDirectory(folder.resolve("infra")).resolve("run");
        Files.writeString(
                run, KAFKA_TOOLS.formatted(System.getProperty("java.home"), System.getProperty("java.class.path")));
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwx------"));
    }

    private String shell(String commands) throws IOException, InterruptedException {
        var shell = new ProcessBuilder("timeout", "120", "bash", "-euo", "pipefail", "-c", ONE_WHO_TRIES + commands)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        shell.environment().put("HOME", folder.toString());
        var running = shell.start();
        String said = new String(running.getInputStream().readAllBytes(), UTF_8);
        assertThat(running.waitFor()).as(said).isZero();
        return said;
    }
}
