package hoso.event.schema.trespass;

import tools.jackson.databind.JsonNode;

/** A schema that needs more than the table of types. */
record SpeaksJson(JsonNode node) {}
