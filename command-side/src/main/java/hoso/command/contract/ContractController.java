package hoso.command.contract;

import hoso.edge.Open;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /schemas…} and {@code /asyncapi.yaml}. */
@RestController
@Open
class ContractController {

    private static final String SCHEMA = "application/schema+json";
    private static final String YAML = "application/yaml";

    /** They change with a release alone; whoever keeps one longer asks by its tag. */
    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final Documents documents;

    ContractController(Documents documents) {
        this.documents = documents;
    }

    @Operation(operationId = "schemas", summary = "The types of events and where their JSON schemas are")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")))
    @GetMapping("/schemas")
    ResponseEntity<byte[]> schemas() {
        return answer(documents.index(), MediaType.APPLICATION_JSON_VALUE);
    }

    @Operation(operationId = "schema", summary = "The JSON schema of a type of event, as it is sent")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = SCHEMA, schema = @Schema(type = "object")))
    @GetMapping("/schemas/{type}.json")
    ResponseEntity<byte[]> schema(@PathVariable("type") String type) {
        return answer(known(documents.published(type)), SCHEMA);
    }

    @Operation(
            operationId = "storedSchema",
            summary = "The JSON schema of a type of event, as it is stored and published")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = SCHEMA, schema = @Schema(type = "object")))
    @GetMapping("/schemas/stored/{type}.json")
    ResponseEntity<byte[]> storedSchema(@PathVariable("type") String type) {
        return answer(known(documents.stored(type)), SCHEMA);
    }

    @Operation(operationId = "asyncapi", summary = "The AsyncAPI document of the topics")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = YAML, schema = @Schema(type = "object")))
    @GetMapping("/asyncapi.yaml")
    ResponseEntity<byte[]> asyncapi() {
        return answer(documents.asyncapi(), YAML);
    }

    private static Documents.Document known(Optional<Documents.Document> document) {
        return document.orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND, "there is no such type of event"));
    }

    private static ResponseEntity<byte[]> answer(Documents.Document document, String mediaType) {
        return ResponseEntity.ok()
                .cacheControl(KEPT)
                .eTag(document.tag())
                .contentType(MediaType.parseMediaType(mediaType))
                .body(document.bytes());
    }
}
