package hoso.query.desk.entrance;

import hoso.edge.guard.CallerAuthentication;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** {@code POST /actuator/desk}: a link that signs whoever asks for it, an administrator, in at the desk. */
@Endpoint(id = "desk")
public final class DeskLinkEndpoint {

    private final DeskLinks links;

    public DeskLinkEndpoint(DeskLinks links) {
        this.links = links;
    }

    /** {@code {"link": "/vao?ma=…"}}, below the address of the server; the caller is the one whose token was checked. */
    @WriteOperation
    public Map<String, String> link() {
        CallerAuthentication known = CallerAuthentication.known()
                .orElseThrow(() -> new IllegalStateException("the guard lets nobody in without a token"));
        return Map.of("link", links.issue(known.getPrincipal(), known.ends()));
    }
}
