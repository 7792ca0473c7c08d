package hoso.query.books.slot;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Numbers in place of codes, from 1 in the order of first use; 0 is none. Not safe for threads. */
public final class Codes {

    /** A code that has been given a number. */
    public record Numbered(CodeKind kind, int number, String code) {}

    private final Map<CodeKind, Map<String, Integer>> numbers = new EnumMap<>(CodeKind.class);
    private final Map<CodeKind, List<String>> codes = new EnumMap<>(CodeKind.class);
    private final List<Numbered> added = new ArrayList<>();
    private int size;

    public Codes() {
        for (CodeKind kind : CodeKind.values()) {
            numbers.put(kind, new HashMap<>());
            codes.put(kind, new ArrayList<>(List.of("")));
        }
    }

    /** How many codes have a number, of all kinds together. */
    public int size() {
        return size;
    }

    /** The number of a code; a new code gets the next one. */
    public int numberOf(CodeKind kind, String code) {
        Integer known = numbersOf(kind).get(code);
        if (known != null) return known;
        int next = codesOf(kind).size();
        if (next >= kind.limit()) throw new IllegalStateException("more than " + kind.limit() + " codes of " + kind);
        put(new Numbered(kind, next, code));
        added.add(new Numbered(kind, next, code));
        return next;
    }

    /** The number of a code that may have none; then 0. */
    public int find(CodeKind kind, String code) {
        return numbersOf(kind).getOrDefault(code, 0);
    }

    public String code(CodeKind kind, int number) {
        return codesOf(kind).get(number);
    }

    /** The highest number of a kind. */
    public int highest(CodeKind kind) {
        return codesOf(kind).size() - 1;
    }

    /** What has been given numbers since this was last asked. */
    public List<Numbered> takeAdded() {
        var taken = List.copyOf(added);
        added.clear();
        return taken;
    }

    void put(Numbered numbered) {
        numbersOf(numbered.kind()).put(numbered.code(), numbered.number());
        codesOf(numbered.kind()).add(numbered.code());
        size++;
    }

    private Map<String, Integer> numbersOf(CodeKind kind) {
        return Objects.requireNonNull(numbers.get(kind));
    }

    private List<String> codesOf(CodeKind kind) {
        return Objects.requireNonNull(codes.get(kind));
    }
}
