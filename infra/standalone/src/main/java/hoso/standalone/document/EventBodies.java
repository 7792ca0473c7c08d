package hoso.standalone.document;

import hoso.event.schema.JsonSchemas;
import hoso.event.wire.EventType;
import hoso.event.wire.EventTypes;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.Objects;

/** The bodies of what is published, read off the table of event types by which they are checked. */
final class EventBodies {

    private static final String PUBLISH = "/api/v1/events";
    private static final String REDECIDE = "/api/v1/calendars/{year}/redecide";
    private static final String EVENT = "Event";

    private EventBodies() {}

    /** The query side alone takes in none. */
    static void describe(OpenAPI document) {
        if (!document.getPaths().containsKey(PUBLISH)) return;
        Schema<?> any = new Schema<>().discriminator(new Discriminator().propertyName("type"));
        for (EventType type : EventTypes.all()) {
            document.getComponents().addSchemas(type.name(), Schemas.of(JsonSchemas.published(type)));
            any.addOneOfItem(reference(type.name()));
        }
        document.getComponents().addSchemas(EVENT, any);
        publish(post(document, PUBLISH));
        post(document, REDECIDE)
                .requestBody(body().content(new Content()
                        .addMediaType(
                                "application/json",
                                content(Schemas.of(JsonSchemas.data(EventTypes.named("hoso.dossier.clock-redecided.v1")
                                        .orElseThrow()))))));
    }

    private static Operation post(OpenAPI document, String path) {
        return Objects.requireNonNull(document.getPaths().get(path), path).getPost();
    }

    private static void publish(Operation operation) {
        operation.setDescription("Each event needs the scope of its type: events:publish, events:correct,"
                + " reference:publish or admin. A batch has at most 1,000 events and 8 MiB; a stream has one event a"
                + " line and any length. Both answer how many were accepted, duplicates and rejected.");
        operation.requestBody(body().content(new Content()
                .addMediaType("application/cloudevents+json", content(reference(EVENT)))
                .addMediaType(
                        "application/cloudevents-batch+json",
                        content(Schemas.ofType("array").items(reference(EVENT)).maxItems(1_000)))
                .addMediaType(
                        "application/x-ndjson",
                        content(Schemas.ofType("string").description("one event a line; blank lines are skipped")))));
    }

    private static RequestBody body() {
        return new RequestBody().required(true);
    }

    private static MediaType content(Schema<?> schema) {
        return new MediaType().schema(schema);
    }

    private static Schema<?> reference(String component) {
        return new Schema<>().$ref("#/components/schemas/" + component);
    }
}
