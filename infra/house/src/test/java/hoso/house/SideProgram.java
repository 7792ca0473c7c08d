package hoso.house;

import hoso.postgres.Credentials;
import hoso.testkit.database.TestDatabase;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** One side alone, as {@code infra/run command …} or {@code infra/run query …} starts it with a file of properties. */
final class SideProgram {

    private final String side;
    private final String url;
    private final Properties properties = new Properties();

    private SideProgram(String side, String url) {
        this.side = side;
        this.url = url;
    }

    /**
     * @param url of the store, perhaps by a detour
     */
    static SideProgram command(TestDatabase database, String url) {
        return new SideProgram("command", url).logins("hoso.store.", database.application(), database.owner());
    }

    static SideProgram query(TestDatabase database) {
        return query(database.jdbcUrl(), database.application(), database.owner());
    }

    static SideProgram query(String url, Credentials application, Credentials owner) {
        return new SideProgram("query", url).logins("hoso.books.", application, owner);
    }

    private SideProgram logins(String prefix, Credentials application, Credentials owner) {
        return with(Map.of(
                prefix + "user", application.user(),
                prefix + "password", application.password(),
                prefix + "owner-user", owner.user(),
                prefix + "owner-password", owner.password()));
    }

    SideProgram with(Map<String, ?> more) {
        more.forEach((name, value) -> properties.setProperty(name, value.toString()));
        return this;
    }

    /**
     * @param folder for the file, and for secrets and tokens, which several programs may share
     */
    HouseProcess launched(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, side + "-", ".properties");
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
        return HouseProcess.words(
                side, "--database", url, "--config", file.toString(), "--data", folder.toString(), "--port", "0");
    }
}
