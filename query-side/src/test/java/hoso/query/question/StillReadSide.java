package hoso.query.question;

import java.util.List;

/** A read side that is not being rebuilt, and has parked what it is given. */
public record StillReadSide(List<ParkedStream> all) implements ReadSide {

    public static final StillReadSide NOTHING_PARKED = new StillReadSide(List.of());

    @Override
    public Rebuild rebuild() {
        return new Rebuild(false, 0, 0);
    }

    @Override
    public List<ParkedStream> parked(long position) {
        return all.stream().filter(stream -> stream.position() <= position).toList();
    }
}
