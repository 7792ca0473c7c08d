package hoso.query.audit.gap;

import java.util.List;

/** Tells how each origin stands at this moment. */
@FunctionalInterface
public interface OriginGaps {

    /** Beside one store there is none. */
    OriginGaps NONE = List::of;

    List<OriginGap> now();
}
