package hoso.standalone.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    /** Root's are passed through by the database's user, whatever the umask; anybody else's are closed. */
    private static final String OURS = DataFolder.isRoot() ? "rwx--x--x" : "rwx------";

    @TempDir
    private Path scratch;

    @Test
    void it_and_what_is_missing_above_it_are_made() throws IOException {
        Path above = scratch.resolve("a b");
        try (var folder = DataFolder.open(above.resolve("c/d"))) {
            for (var made = folder.path(); !made.equals(scratch); made = made.getParent())
                assertThat(mode(made)).as("%s", made).isEqualTo(OURS);
        }
    }

    @Test
    void what_is_there_stays_as_it_is() throws IOException {
        Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwxr-xr-x"));
        DataFolder.open(scratch).close();
        assertThat(mode(scratch)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void a_file_in_its_place_is_one_line() throws IOException {
        Path file = Files.createFile(scratch.resolve("file"));
        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("it is not a folder");
        assertThatThrownBy(() -> DataFolder.open(file.resolve("below")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("cannot use the folder");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
