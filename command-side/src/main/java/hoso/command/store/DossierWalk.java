package hoso.command.store;

import hoso.event.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Walks over all dossiers by pages of their events; a page that ends within a dossier gives that one to the next. */
final class DossierWalk {

    /** More than the events a dossier may have but for orders to erase, which nothing bounds: such a one makes it longer. */
    private static final int EVENTS_A_PAGE = 2_500;

    private static final Logger LOG = LoggerFactory.getLogger(DossierWalk.class);

    private final Readers readers;
    private long dossiers;

    DossierWalk(Readers readers) {
        this.readers = readers;
    }

    long walk(Consumer<List<StoredEvent>> visit) {
        String last = "d/";
        int size = EVENTS_A_PAGE;
        while (true) {
            List<StoredRow> page = readers.dossiersAfter(last, size);
            boolean end = page.size() < size;
            long before = dossiers;
            List<StoredRow> dossier = new ArrayList<>();
            for (StoredRow event : page) {
                if (!dossier.isEmpty() && !event.stream().equals(dossier.getFirst().stream())) {
                    last = visited(dossier, visit);
                    dossier = new ArrayList<>();
                }
                dossier.add(event);
            }
            if (end) {
                if (!dossier.isEmpty()) visited(dossier, visit);
                return dossiers;
            }
            size = dossiers == before ? 2 * size : EVENTS_A_PAGE;
        }
    }

    private String visited(List<StoredRow> dossier, Consumer<List<StoredEvent>> visit) {
        try {
            visit.accept(dossier.stream().map(StoredRow::read).toList());
        } catch (SickEvent sick) {
            LOG.warn("{}: its dossier is left out", sick.getMessage());
        }
        dossiers++;
        return dossier.getFirst().stream();
    }
}
