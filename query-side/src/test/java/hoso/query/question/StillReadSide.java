package hoso.query.question;

import java.util.List;

/** A read side that is not being rebuilt, and has parked what it is given. */
public record StillReadSide(List<ParkedStream> all) implements ReadSide {

    @Override
    public Rebuild rebuild() {
        return COMPLETE.rebuild();
    }

    @Override
    public List<ParkedStream> parked(long position) {
        return all.stream().filter(stream -> stream.position() <= position).toList();
    }
}
