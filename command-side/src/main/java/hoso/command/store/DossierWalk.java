package hoso.command.store;

import hoso.event.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Walks over all dossiers by pages of their events; a page that ends within a dossier gives that one to the next. */
final class DossierWalk {

    /** More than the events one dossier may have, so that each page holds a whole one. */
    private static final int EVENTS_A_PAGE = 2_500;

    private final Readers readers;
    private long dossiers;

    DossierWalk(Readers readers) {
        this.readers = readers;
    }

    long walk(Consumer<List<StoredEvent>> visit) {
        String last = "d/";
        while (true) {
            List<StoredEvent> page = readers.dossiersAfter(last, EVENTS_A_PAGE);
            boolean end = page.size() < EVENTS_A_PAGE;
            List<StoredEvent> dossier = new ArrayList<>();
            for (StoredEvent event : page) {
                if (!dossier.isEmpty() && !name(event).equals(name(dossier.getFirst()))) {
                    last = visited(dossier, visit);
                    dossier = new ArrayList<>();
                }
                dossier.add(event);
            }
            if (end) {
                if (!dossier.isEmpty()) visited(dossier, visit);
                return dossiers;
            }
        }
    }

    private String visited(List<StoredEvent> dossier, Consumer<List<StoredEvent>> visit) {
        visit.accept(dossier);
        dossiers++;
        return name(dossier.getFirst());
    }

    private static String name(StoredEvent event) {
        return event.event().stream().name();
    }
}
