package hoso.standalone.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.edge.Role;
import hoso.edge.Scope;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsParserTest {

    private static final Path HOME = Path.of("/home/of/hoso");

    private static final Options.Http HERE = new Options.Http(InetAddress.ofLiteral("127.0.0.1"), 8080);
    private static final Options.Demo NO_DEMO = new Options.Demo.None();
    private static final Options.Kafka OWN_BROKER = new Options.Kafka.Own(OptionalInt.empty());

    private static Options parse(String line) {
        return new OptionsParser(HOME).parse(line.isEmpty() ? List.of() : List.of(line.split(" ")));
    }

    @Test
    void serves_this_machine_alone_unless_told_otherwise() {
        assertThat(parse("")).isEqualTo(new Options.Serve(HOME, HERE, NO_DEMO, OWN_BROKER, OptionalInt.empty()));
    }

    @Test
    void takes_every_option_in_both_spellings() {
        var expected = new Options.Serve(
                Path.of("/data"),
                new Options.Http(InetAddress.ofLiteral("0.0.0.0"), 9000),
                new Options.Demo.AtOnce(),
                OWN_BROKER,
                OptionalInt.of(5433));
        assertThat(parse("--data /data --port 9000 --bind 0.0.0.0 --demo --sql-port 5433"))
                .isEqualTo(expected);
        assertThat(parse("--demo --bind=0.0.0.0 --port=9000 --sql-port=5433 --data=/x/../data"))
                .isEqualTo(expected);
    }

    @Test
    void a_relative_folder_is_one_of_the_callers() {
        assertThat(((Options.Serve) parse("--data here")).data())
                .isEqualTo(Path.of("here").toAbsolutePath());
    }

    @Test
    void a_token_has_the_units_and_sources_it_is_given_and_else_none() {
        assertThat(parse("token --role reader"))
                .isEqualTo(new Options.Token(HOME, Role.READER, false, "reader", List.of(), List.of(), 30));
        assertThat(parse("token --role publisher --units H20.12,H20.13 --sources urn:a --sources //b/c,* --days 7"))
                .isEqualTo(new Options.Token(
                        HOME,
                        Role.PUBLISHER,
                        false,
                        "publisher",
                        List.of("H20.12", "H20.13"),
                        List.of("urn:a", "//b/c", "*"),
                        7));
    }

    @Test
    void a_token_freezes_reports_where_that_is_asked_for() {
        assertThat(((Options.Token) parse("token --role reader")).scopes()).containsExactly(Scope.REPORT_READ);
        assertThat(((Options.Token) parse("token --freeze --role reader")).scopes())
                .containsExactlyInAnyOrder(Scope.REPORT_READ, Scope.REPORT_FREEZE);
    }

    @Test
    void a_broker_is_our_own_unless_told_otherwise() {
        assertThat(kafka("--kafka-port 9192")).isEqualTo(new Options.Kafka.Own(OptionalInt.of(9192)));
        assertThat(kafka("--no-kafka")).isEqualTo(new Options.Kafka.None());
        assertThat(kafka("--kafka one:9092,two:9092")).isEqualTo(new Options.Kafka.Other("one:9092,two:9092"));
    }

    private static Options.Kafka kafka(String line) {
        return ((Options.Serve) parse(line)).kafka();
    }

    @Test
    void the_demo_is_loaded_at_once_unless_it_has_a_speed() {
        assertThat(demo("--demo")).isEqualTo(new Options.Demo.AtOnce());
        assertThat(demo("--demo --speed 1")).isEqualTo(new Options.Demo.Live(1));
        assertThat(demo("--speed=100000 --demo")).isEqualTo(new Options.Demo.Live(100_000));
    }

    private static Options.Demo demo(String line) {
        return ((Options.Serve) parse(line)).demo();
    }

    @Test
    void one_side_alone_is_told_where_its_database_is() {
        assertThat(parse("command --port 8081 --database jdbc:postgresql://db/store"))
                .isEqualTo(new Options.Apart(
                        Options.Side.COMMAND,
                        HOME,
                        new Options.Http(InetAddress.ofLiteral("127.0.0.1"), 8081),
                        "jdbc:postgresql://db/store",
                        null));
        assertThat(parse("query")).isEqualTo(new Options.Apart(Options.Side.QUERY, HOME, HERE, null, null));
    }

    @Test
    void what_is_published_again_begins_at_a_position() {
        assertThat(parse("republish --from 7"))
                .isEqualTo(new Options.Republish(HOME, URI.create("http://127.0.0.1:8080"), 7));
        assertThat(parse("republish --from 7 --address https://hoso.example:8443"))
                .isEqualTo(new Options.Republish(HOME, URI.create("https://hoso.example:8443"), 7));
    }

    @Test
    void a_backup_is_of_all_or_of_what_came_after_a_position() {
        Path file = Path.of("/tmp/hoso.zip");
        assertThat(parse("backup /tmp/hoso.zip")).isEqualTo(new Options.Backup(file, 0, HOME, false, null, null));
        assertThat(parse("backup /tmp/hoso.zip --after 7 --database jdbc:postgresql://db/store"))
                .isEqualTo(new Options.Backup(file, 7, HOME, false, "jdbc:postgresql://db/store", null));
    }

    @Test
    void a_restore_takes_any_number_of_files_into_one_folder() {
        assertThat(parse("restore /tmp / --data /tmp/new"))
                .isEqualTo(new Options.Restore(List.of(Path.of("/tmp"), Path.of("/")), Path.of("/tmp/new")));
    }

    @Test
    void a_link_to_the_desk_is_asked_of_an_instance() {
        assertThat(parse("desk")).isEqualTo(new Options.Desk(HOME, URI.create("http://127.0.0.1:8080")));
        assertThat(parse("desk --address http://127.0.0.1:9090 --data /srv/hoso"))
                .isEqualTo(new Options.Desk(Path.of("/srv/hoso"), URI.create("http://127.0.0.1:9090")));
    }

    @Test
    void what_is_lost_is_found_out_or_told() {
        URI here = URI.create("http://127.0.0.1:8080");
        assertThat(parse("restored")).isEqualTo(new Options.Restored(HOME, here, OptionalLong.empty()));
        assertThat(parse("restored --lost-up-to 7")).isEqualTo(new Options.Restored(HOME, here, OptionalLong.of(7)));
    }

    @Test
    void a_token_is_for_whom_it_is_said_to_be() {
        assertThat(((Options.Token) parse("token --role publisher --subject mot-cua@sadec")).subject())
                .isEqualTo("mot-cua@sadec");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --colour                       | unknown option --colour
            demo                           | unknown option demo
            --demo=yes                     | unknown option --demo=yes
            --role reader                  | unknown option --role
            --port                         | a value is missing after --port
            --port 65536                   | --port wants a number from 0 to 65535, not '65536'
            --port -1                      | --port wants a number from 0 to 65535, not '-1'
            --port 99999999999             | --port wants a number from 0 to 65535, not '99999999999'
            --bind example.org             | --bind wants an IP address (0.0.0.0 is every one of this machine), not 'example.org'
            --data=                        | --data wants a folder
            --speed 60                     | --speed wants a --demo to replay
            --demo --speed 0               | --speed wants a number from 1 to 100000, not '0'
            --demo --speed 100001          | --speed wants a number from 1 to 100000, not '100001'
            --demo --speed 1.5             | --speed wants a number from 1 to 100000, not '1.5'
            --demo --speed                 | a value is missing after --speed
            --kafka one                    | --kafka wants host:port, several with commas, not 'one'
            --kafka a:1 --no-kafka         | --kafka, --kafka-port and --no-kafka exclude one another
            --kafka-port 0                 | --kafka-port wants a number from 1 to 65535, not '0'
            command --demo                 | unknown option --demo
            command --database mysql:x     | --database wants jdbc:postgresql:…, not 'mysql:x'
            query --config /no/such/file   | --config wants a file of properties that can be read, not '/no/such/file'
            backup                         | backup wants one file to write
            backup /tmp/a /tmp/b           | backup wants one file to write
            backup /no/such/file           | backup wants a file in a folder that is there, not '/no/such/file'
            backup /tmp/a --after 0        | --after wants a position, from 1, not '0'
            restore                        | restore wants the files of a backup, the full one first
            restore /no/such/file          | restore wants files that can be read, not '/no/such/file'
            restore /tmp                   | restore wants a --data to make
            republish                      | republish wants a --from
            republish --from 0             | --from wants a position, from 1, not '0'
            republish --from 1 --address x | --address wants http://host:port, not 'x'
            token                          | token wants a --role
            token --role king              | unknown role king, not one of publisher, registrar, reader, auditor, monitor, admin
            token --role reader --days 0   | --days wants a number from 1 to 3650, not '0'
            token --role reader --units a, | --units wants unit codes, not ''
            token --role reader --units .. | --units wants unit codes, not '..'
            token --role admin --sources % | --sources wants URI references of at most 256 characters, not '%'
            token --role admin --demo      | unknown option --demo
            token --role admin --subject đ | --subject wants a name of 1 to 256 visible ASCII characters, not 'đ'
            """)
    void whatever_is_wrong_is_said_in_one_line(String line, String message) {
        assertThatThrownBy(() -> parse(line))
                .isInstanceOf(Refused.class)
                .hasMessage(message + " (see infra/run --help)")
                .extracting(refused -> ((Refused) refused).kind().exitCode())
                .isEqualTo(64);
    }
}
