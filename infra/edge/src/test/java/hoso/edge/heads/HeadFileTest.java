package hoso.edge.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadFileTest {

    @TempDir
    private Path folder;

    private Path path() {
        return new ProofFolder(folder).heads(ProofFolder.STORE);
    }

    @Test
    void keeps_lines_in_the_order_in_which_they_were_appended() throws Exception {
        try (var file = HeadFile.open(path())) {
            assertThat(file.lastLine()).isEmpty();
            file.append(List.of());
            file.append(List.of("one"));
            file.append(List.of("two", "three"));
            assertThat(file.lastLine()).hasValue("three");
        }
        try (var file = HeadFile.open(path())) {
            file.append(List.of("four"));
        }
        assertThat(Files.readString(path())).isEqualTo("one\ntwo\nthree\nfour\n");
    }

    /** Whatever part of it a crash has left. */
    @Test
    void cuts_off_a_last_line_that_is_torn_and_goes_on_after_the_one_before() throws Exception {
        String lines = "one\ntwo\n";
        String long_ = "x".repeat(70_000);
        for (String torn : List.of("t", "three", long_)) {
            Files.createDirectories(path().getParent());
            Files.writeString(path(), lines + torn);
            try (var file = HeadFile.open(path())) {
                assertThat(file.lastLine()).hasValue("two");
                file.append(List.of("four"));
            }
            assertThat(Files.readString(path())).isEqualTo(lines + "four\n");
        }
        Files.writeString(path(), "torn from the first");
        try (var file = HeadFile.open(path())) {
            assertThat(file.lastLine()).isEmpty();
        }
        assertThat(path()).isEmptyFile();
    }

    @Test
    void who_was_frozen_while_another_program_went_on_appends_nothing() throws Exception {
        try (var frozen = HeadFile.open(path())) {
            frozen.append(List.of("one"));
            try (var other = HeadFile.open(path())) {
                other.append(List.of("two", "three"));
            }
            assertThatThrownBy(() -> frozen.append(List.of("two")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another program has written to");
        }
        assertThat(Files.readString(path())).isEqualTo("one\ntwo\nthree\n");
    }

    @Test
    void who_finds_another_one_writing_does_not_wait_for_ever_and_goes_on_afterwards() throws Exception {
        try (var file = HeadFile.open(path())) {
            try (var channel = FileChannel.open(path(), StandardOpenOption.WRITE)) {
                channel.lock();
                assertThatThrownBy(() -> file.append(List.of("one")))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("is writing to");
            }
            file.append(List.of("one"));
        }
        assertThat(Files.readString(path())).isEqualTo("one\n");
    }
}
