package hoso.command.store;

import hoso.event.StoredEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who wants to know what the writer does. */
final class Hooks {

    private final List<Consumer<List<StoredEvent>>> committed = new CopyOnWriteArrayList<>();
    private final List<AppendMeter> meters = new CopyOnWriteArrayList<>();
    private final List<WriterListener> listeners = new CopyOnWriteArrayList<>();

    void onCommitted(Consumer<List<StoredEvent>> hook) {
        committed.add(hook);
    }

    void measureWith(AppendMeter meter) {
        meters.add(meter);
    }

    void onWriterChange(WriterListener listener) {
        listeners.add(listener);
    }

    /** Counts what is in the log now. */
    void measure(Batch batch) {
        long now = System.nanoTime();
        for (var meter : meters) {
            meter.committed(batch.entries().size());
            for (var call : batch.calls()) meter.appended(now - call.began());
        }
    }

    void committed(Batch batch) {
        if (committed.isEmpty()) return;
        var stored = batch.stored();
        committed.forEach(hook -> hook.accept(stored));
    }

    void became() {
        listeners.forEach(WriterListener::became);
    }

    void lost() {
        listeners.forEach(WriterListener::lost);
    }
}
