package hoso.house;

import hoso.testkit.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A store in which events of some dossiers are damaged as they are written, before anybody reads them: a disk does that,
 * or a superuser's hand. The writer notices nothing.
 */
final class DamagedStore {

    private DamagedStore() {}

    /** From now on the bytes of that event are no JSON. */
    static void unreadable(TestDatabase database, String dossier, int sequence) {
        damage(database, dossier, sequence, "convert_to('nonsense', 'UTF8')");
    }

    /** From now on that event lacks what was decided with it: it can be read, and not be folded. */
    static void undecided(TestDatabase database, String dossier, int sequence) {
        damage(
                database,
                dossier,
                sequence,
                "convert_to(regexp_replace(convert_from(NEW.rest, 'UTF8'), ',\"decision\":.*$', '}'), 'UTF8')");
    }

    private static void damage(TestDatabase database, String dossier, int sequence, String bytes) {
        String name = "\"damage " + dossier + "\"";
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE FUNCTION " + name + "() RETURNS trigger LANGUAGE plpgsql AS "
                    + "$$ BEGIN NEW.rest := " + bytes + "; RETURN NEW; END $$");
            statement.execute(
                    "CREATE TRIGGER " + name + " BEFORE INSERT ON store.event FOR EACH ROW WHEN (NEW.stream = 'd/"
                            + dossier + "' AND NEW.sequence = " + sequence + ") EXECUTE FUNCTION " + name + "()");
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
