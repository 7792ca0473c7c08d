package hoso.query.wiring;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the books are ({@code hoso.books.*}), and beside them the event store they are made from.
 *
 * @param url {@code jdbc:postgresql:…}
 * @param user the application's role
 * @param ownerUser the role that migrates and owns the tables
 */
@ConfigurationProperties(value = "hoso.books", ignoreUnknownFields = false)
record BooksProperties(String url, String user, String password, String ownerUser, String ownerPassword) {

    /** Without the passwords. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
