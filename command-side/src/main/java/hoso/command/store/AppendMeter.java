package hoso.command.store;

/** Told of what became durable, on the writer's thread and before those are answered who wait: to be quick, and not to fail. */
public interface AppendMeter {

    /** One commit stored so many events. */
    void committed(int events);

    /** @param nanos from when events that belong together were handed to the writer until they were durable */
    void appended(long nanos);
}
