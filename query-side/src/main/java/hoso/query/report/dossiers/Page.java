package hoso.query.report.dossiers;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** Gathers one page of a list: the first dossiers after a place, in order, never more than one page in memory. */
final class Page {

    private record Placed(SortKey key, Candidate candidate) {}

    private static final Comparator<Placed> LAST_FIRST =
            Comparator.comparing(Placed::key).reversed();

    private final Sort sort;
    private final int limit;
    private final Optional<SortKey> after;
    private final PriorityQueue<Placed> first = new PriorityQueue<>(LAST_FIRST);
    private long offered;

    Page(CellQuestion question) {
        this.sort = question.sort();
        this.limit = question.limit();
        this.after = question.after().map(PageEnd::last);
    }

    /** One dossier of the list, wherever it stands in it. */
    void offer(Candidate candidate) {
        offered++;
        var placed = new Placed(SortKey.of(candidate, sort), candidate);
        if (after.isPresent() && placed.key().compareTo(after.get()) <= 0) return;
        first.add(placed);
        // one more than a page tells that there is another
        if (first.size() > limit + 1) first.poll();
    }

    /** Whether whatever comes later in order of ids cannot belong to the page. */
    boolean full() {
        return sort == Sort.ID && first.size() > limit;
    }

    /** How many dossiers were offered. */
    long offered() {
        return offered;
    }

    List<Candidate> dossiers() {
        return inOrder().stream().map(Placed::candidate).toList();
    }

    /** The place of the last dossier, where others come after it. */
    Optional<SortKey> end() {
        return first.size() > limit ? Optional.of(inOrder().getLast().key()) : Optional.empty();
    }

    private List<Placed> inOrder() {
        return first.stream().sorted(LAST_FIRST.reversed()).limit(limit).toList();
    }
}
