package hoso.edge.token;

import hoso.edge.Caller;
import java.time.Instant;

/**
 * Who holds a token, and until when.
 *
 * @param ends when what it gives ends
 */
public record Holder(Caller caller, Instant ends) {}
