package hoso.query.desk.frame;

import hoso.edge.Parameters;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Sends a browser on to another page, which it asks for with GET. */
public final class Redirect {

    /** All headers of an answer have 8 KiB. */
    private static final int ADDRESS_MAX = 6_000;

    private Redirect() {}

    /** @throws hoso.edge.Problem {@code malformed}, where the question is too long for an address */
    public static ResponseEntity<Void> to(String address) {
        if (address.length() > ADDRESS_MAX) throw Parameters.malformed("the question is too long for an address");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }
}
