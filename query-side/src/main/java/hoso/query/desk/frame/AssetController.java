package hoso.query.desk.frame;

import hoso.edge.Open;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code GET /tinh/…}: what pages are drawn with. */
@Controller
@Open
public final class AssetController {

    private static final Map<String, String> TYPES =
            Map.of("css", "text/css;charset=UTF-8", "js", "text/javascript;charset=UTF-8", "svg", "image/svg+xml");

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Assets assets;

    public AssetController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping(Assets.PATH + "{hash}/{name}")
    ResponseEntity<byte[]> asset(HttpServletRequest request) {
        return answer(request.getRequestURI());
    }

    @GetMapping(Assets.ICON)
    ResponseEntity<byte[]> icon() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(assets.at("icon.svg")))
                .build();
    }

    private ResponseEntity<byte[]> answer(String address) {
        byte[] content = assets.content(address);
        if (content == null) throw Problem.of(ProblemCode.NOT_FOUND, "there is nothing at this address");
        String type = TYPES.get(address.substring(address.lastIndexOf('.') + 1));
        return ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .contentType(MediaType.parseMediaType(type == null ? "application/octet-stream" : type))
                .body(content);
    }
}
