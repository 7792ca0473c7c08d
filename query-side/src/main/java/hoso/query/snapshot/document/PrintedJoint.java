package hoso.query.snapshot.document;

import hoso.query.snapshot.Joint;
import hoso.query.snapshot.document.template.Scope;
import hoso.query.wording.Vietnamese;
import hoso.vocabulary.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a report joins the snapshot before it, as the templates name it. */
final class PrintedJoint {

    /** In place of none, so that its names are known: {@code joint} says that there is none. */
    private static final Joint NONE = new Joint("", new Period(LocalDate.EPOCH, LocalDate.EPOCH), 0, 0, List.of());

    private PrintedJoint() {}

    static Map<String, Object> values(Optional<Joint> found) {
        Joint joint = found.orElse(NONE);
        return Map.of(
                "joint", found.isPresent(),
                "joint.snapshot", joint.snapshot(),
                "joint.from", Vietnamese.date(joint.period().from()),
                "joint.to", Vietnamese.date(joint.period().to()),
                "joint.pending", joint.pending(),
                "joint.carriedOver", joint.carriedOver(),
                "joint.difference", joint.difference() == 0 ? "" : signed(joint.difference()),
                "joint.explained", !joint.parts().isEmpty(),
                "joint.parts", joint.parts().stream().map(PrintedJoint::part).toList());
    }

    private static Scope part(Joint.Part part) {
        return Scope.of(Map.of(
                "part.cause", part.cause().vietnamese(),
                "part.difference", signed(part.difference()),
                "part.dossiers", dossiers(part.dossiers())));
    }

    /** They are counted no further than to some number. */
    private static Object dossiers(long counted) {
        return counted < Joint.DOSSIERS_MAX ? counted : "ít nhất " + Vietnamese.count(counted);
    }

    private static String signed(long difference) {
        return (difference < 0 ? "-" : "+") + Vietnamese.count(Math.abs(difference));
    }
}
