package hoso.standalone.launch;

import hoso.postgres.Credentials;
import hoso.postgres.EmbeddedPostgres;
import hoso.postgres.HouseDatabase;
import hoso.process.Failure;
import hoso.process.Folders;
import hoso.process.Secrets;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The login of boards and other tools that ask by SQL: it reads the schema of its name, and nothing else. How it logs in lies
 * beside its password, as variables of an environment, for whoever starts those tools.
 */
record SqlReader(Path folder) {

    /** The role that the migration of the query side lets see all units. */
    private static final String NAME = "hoso_bi";

    void ensure(HouseDatabase database, EmbeddedPostgres postgres) {
        var login = new Credentials(NAME, new Secrets(folder).password(NAME));
        database.ensureReader(postgres, login);
        var file = folder.resolve("boards.env");
        try {
            Folders.write(
                    file,
                    "HOSO_SQL=127.0.0.1:" + postgres.port() + "\nHOSO_SQL_USER=" + NAME + "\nHOSO_SQL_PASSWORD="
                            + login.password() + "\n",
                    "rw-------");
        } catch (IOException e) {
            throw Failure.of("cannot write", file, e);
        }
    }
}
