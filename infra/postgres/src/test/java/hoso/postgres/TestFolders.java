package hoso.postgres;

import hoso.process.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that any user may search on the way to, as those of JUnit are not. */
final class TestFolders {

    private TestFolders() {}

    static Path make() throws IOException {
        var folder = Files.createTempDirectory("hoso-postgres-");
        Folders.permit(folder, "rwxr-xr-x");
        return folder;
    }
}
