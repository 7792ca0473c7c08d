package hoso.vocabulary.trespass;

import tools.jackson.databind.JsonNode;

/** A value that knows more than the JDK. */
record ReadsJson(JsonNode node) {}
