package hoso.query.audit.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers one page of a list from dossiers that come in the order of their ids. */
public final class IdPage<T> {

    private record Placed<T>(String id, T item) {}

    private final int limit;
    private final List<Placed<T>> first = new ArrayList<>();

    public IdPage(int limit) {
        this.limit = limit;
    }

    /** One of the list, after all that were offered before. */
    public void offer(String id, T item) {
        // one more than a page tells that there is another
        if (first.size() <= limit) first.add(new Placed<>(id, item));
    }

    /** Whether whatever comes later belongs to another page. */
    public boolean full() {
        return first.size() > limit;
    }

    public List<T> items() {
        return first.stream().limit(limit).map(Placed::item).toList();
    }

    /** The last id of the page, where others come after it. */
    public Optional<String> end() {
        return full() ? Optional.of(first.get(limit - 1).id()) : Optional.empty();
    }
}
