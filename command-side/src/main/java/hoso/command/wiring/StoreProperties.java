package hoso.command.wiring;

import hoso.command.store.StoreSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the event store is ({@code hoso.store.*}).
 *
 * @param url {@code jdbc:postgresql:…}
 * @param user the application's role, which appends and reads
 * @param ownerUser the role that migrates and owns the tables
 */
@ConfigurationProperties(value = "hoso.store", ignoreUnknownFields = false)
record StoreProperties(String url, String user, String password, String ownerUser, String ownerPassword) {

    StoreSettings settings() {
        return StoreSettings.of(
                url, new StoreSettings.Login(user, password), new StoreSettings.Login(ownerUser, ownerPassword));
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
