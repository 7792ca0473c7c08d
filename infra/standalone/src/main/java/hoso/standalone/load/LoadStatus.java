package hoso.standalone.load;

import hoso.edge.status.StatusPart;

/** Shows on the status page how far a load is. */
public record LoadStatus(LoadProgress progress) implements StatusPart {

    @Override
    public String name() {
        return "load";
    }

    @Override
    public Object value() {
        return progress.asMap(System.nanoTime());
    }
}
