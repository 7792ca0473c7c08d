package hoso.postgres;

/** A role of the database and its password, which is never printed. */
public record Credentials(String user, String password) {

    @Override
    public String toString() {
        return "Credentials[" + user + "]";
    }
}
