package hoso.command.contract.asyncapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** Objects of the document. */
final class Node {

    private Node() {}

    /**
     * @param members names and values in turn
     */
    static Map<String, Object> of(Object... members) {
        Map<String, Object> node = new LinkedHashMap<>();
        for (int index = 0; index < members.length; index += 2) node.put((String) members[index], members[index + 1]);
        return node;
    }

    /** To what stands elsewhere in the document. */
    static Map<String, Object> reference(String... path) {
        return of("$ref", "#/" + String.join("/", path));
    }
}
