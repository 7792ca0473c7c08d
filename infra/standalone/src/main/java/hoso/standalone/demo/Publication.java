package hoso.standalone.demo;

import hoso.standalone.demo.life.DossierLife;
import hoso.standalone.demo.life.Line;
import hoso.standalone.demo.life.Told;
import hoso.standalone.demo.plan.PlannedDossier;
import hoso.vocabulary.VietnamTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.TreeMap;

/**
 * The lines in the order they were published, made as they are asked for: reference data, then day by day. In memory are
 * the plan and what the dossiers now open will still tell.
 */
final class Publication implements Iterator<DemoLine> {

    private final DossierLife life;
    private final List<PlannedDossier> dossiers;
    private final Numbering numbering = new Numbering();
    private final Line line = new Line();
    private final TreeMap<LocalDate, List<Told>> byDay = new TreeMap<>();
    private final Queue<Told> today = new ArrayDeque<>();
    private int nextDossier;

    Publication(List<Told> reference, List<Told> petitions, List<PlannedDossier> dossiers, DossierLife life) {
        this.life = life;
        this.dossiers = dossiers;
        today.addAll(reference);
        petitions.forEach(this::publish);
    }

    @Override
    public boolean hasNext() {
        while (today.isEmpty() && (nextDossier < dossiers.size() || !byDay.isEmpty())) nextDay();
        return !today.isEmpty();
    }

    @Override
    public DemoLine next() {
        if (!hasNext()) throw new NoSuchElementException();
        Told told = today.remove();
        return new DemoLine(Instant.ofEpochSecond(told.publishedAt()), line.of(told));
    }

    private void nextDay() {
        LocalDate day = earliestDay();
        while (nextDossier < dossiers.size() && received(nextDossier).equals(day)) {
            PlannedDossier dossier = dossiers.get(nextDossier++);
            life.tell(dossier, numbering.next(dossier)).forEach(this::publish);
        }
        List<Told> told = byDay.remove(day);
        if (told == null) return;
        // the sort is stable: what one subject tells in one second stays in its order
        told.sort(Comparator.comparingLong(Told::publishedAt));
        today.addAll(told);
    }

    private LocalDate earliestDay() {
        LocalDate told = byDay.isEmpty() ? LocalDate.MAX : byDay.firstKey();
        LocalDate received = nextDossier < dossiers.size() ? received(nextDossier) : LocalDate.MAX;
        return told.isBefore(received) ? told : received;
    }

    private LocalDate received(int index) {
        return VietnamTime.date(dossiers.get(index).receivedAt());
    }

    private void publish(Told told) {
        LocalDate day = VietnamTime.date(Instant.ofEpochSecond(told.publishedAt()));
        byDay.computeIfAbsent(day, _ -> new ArrayList<>()).add(told);
    }
}
