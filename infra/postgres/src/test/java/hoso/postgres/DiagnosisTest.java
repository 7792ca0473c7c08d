package hoso.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PORT_TAKEN | its port is taken                        | LOG:  could not bind IPv4 address "127.0.0.1": Address already in use
            STILL_HELD | another server still holds the cluster   | FATAL:  lock file "postmaster.pid" already exists
            STILL_HELD | another server still holds the cluster   | FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use
            HOPELESS   | the disk is full                         | FATAL:  could not write lock file "postmaster.pid": No space left on device
            HOPELESS   | data directory "/x" has wrong ownership  | 2026-11-20 UTC [7] FATAL:  data directory "/x" has wrong ownership
            HOPELESS   | could not create directory "/y"          | initdb: error: could not create directory "/y"
            HOPELESS   | could not look up effective user ID 7    | initdb: could not look up effective user ID 7
            HOPELESS   | it said nothing                          | LOG:  starting
            """)
    void the_last_words_of_a_server_tell_what_to_do(Diagnosis.Kind kind, String line, String log) {
        assertThat(Diagnosis.of(log)).isEqualTo(new Diagnosis(kind, line));
    }
}
