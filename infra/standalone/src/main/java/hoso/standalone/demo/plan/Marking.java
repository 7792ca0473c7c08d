package hoso.standalone.demo.plan;

import hoso.standalone.demo.data.Figure;
import hoso.standalone.demo.data.Scope;
import hoso.vocabulary.Channel;
import java.util.EnumSet;
import java.util.random.RandomGenerator;

/**
 * Deals channels and marks out to the dossiers of one scope: each exactly as often as its figure says, and only where it
 * makes sense, as a satisfied one only among those rated.
 */
final class Marking {

    private final Scope scope;
    private final RandomGenerator random;
    private final Quota online;
    private final Quota postal;
    private final Quota carriedOnline;
    private final Quota digitized;
    private final Quota reused;
    private final Quota fee;
    private final Quota paid;
    private final Quota observed;
    private final Quota synced;
    private final Quota resultDigitized;
    private final Quota resultElectronic;
    private final Quota returnedByPost;
    private final Quota notified;
    private final Quota rated;
    private final Quota satisfied;
    private final Quota sameDay;

    Marking(Scope scope, Iterable<Stratum> strata, RandomGenerator random) {
        this.scope = scope;
        this.random = random;
        int total = scope.total();
        int resolved = scope.resolved();
        int copies = scope.of(Figure.COPIES);
        int copiesResolved = scope.of(Figure.COPIES_RESOLVED);
        online = new Quota(scope.of(Figure.ONLINE), scope.received());
        postal = new Quota(scope.of(Figure.POSTAL), scope.received() - scope.of(Figure.ONLINE));
        carriedOnline = new Quota(scope.of(Figure.CARRIED_ONLINE), scope.of(Figure.CARRIED));
        digitized = new Quota(scope.of(Figure.DIGITIZED), total);
        reused = new Quota(scope.of(Figure.REUSED), total);
        // every electronic copy has its fee, and comes as an electronic result
        fee = new Quota(scope.of(Figure.FEE) - copies, total - copies);
        resultElectronic = new Quota(scope.of(Figure.RESULT_ELECTRONIC) - copiesResolved, resolved - copiesResolved);
        paid = new Quota(scope.of(Figure.PAID), scope.of(Figure.FEE));
        observed = new Quota(scope.of(Figure.OBSERVED), total);
        synced = new Quota(scope.of(Figure.SYNCED), scope.of(Figure.OBSERVED));
        resultDigitized = new Quota(scope.of(Figure.RESULT_DIGITIZED), resolved);
        returnedByPost = new Quota(scope.of(Figure.RETURNED_BY_POST), resolved);
        notified = new Quota(scope.of(Figure.NOTIFIED), resolved);
        rated = new Quota(scope.of(Figure.RATED), resolved);
        satisfied = new Quota(scope.of(Figure.SATISFIED), scope.of(Figure.RATED));
        sameDay = new Quota(scope.sameDay().orElse(0), onTheSpot(strata));
    }

    Channel channel(Stratum stratum) {
        if (stratum.standing() == Standing.MISTAKEN) return Channel.DIRECT;
        if (stratum.carried()) return carriedOnline.takes(random) ? Channel.ONLINE : Channel.DIRECT;
        if (online.takes(random)) return Channel.ONLINE;
        return postal.takes(random) ? Channel.POSTAL : Channel.DIRECT;
    }

    EnumSet<Mark> marks(Stratum stratum) {
        var marks = EnumSet.noneOf(Mark.class);
        if (stratum.standing() == Standing.MISTAKEN) return marks;
        if (stratum.carried()) marks.add(Mark.CARRIED);
        if (stratum.copy()) marks.add(Mark.COPY);
        mark(marks, Mark.DIGITIZED, digitized);
        mark(marks, Mark.REUSED, reused);
        if (stratum.copy()) marks.add(Mark.FEE);
        else mark(marks, Mark.FEE, fee);
        if (marks.contains(Mark.FEE)) mark(marks, Mark.PAID, paid);
        mark(marks, Mark.OBSERVED, observed);
        if (marks.contains(Mark.OBSERVED)) mark(marks, Mark.SYNCED, synced);
        if (stratum.standing().isClosed()) markClosed(marks, stratum);
        return marks;
    }

    private void markClosed(EnumSet<Mark> marks, Stratum stratum) {
        mark(marks, Mark.RESULT_DIGITIZED, resultDigitized);
        if (stratum.copy()) marks.add(Mark.RESULT_ELECTRONIC);
        else mark(marks, Mark.RESULT_ELECTRONIC, resultElectronic);
        mark(marks, Mark.RETURNED_BY_POST, returnedByPost);
        mark(marks, Mark.NOTIFIED, notified);
        mark(marks, Mark.RATED, rated);
        if (marks.contains(Mark.RATED)) mark(marks, Mark.SATISFIED, satisfied);
        if (scope.sameDay().isPresent() && mayCloseOnTheSpot(stratum)) mark(marks, Mark.SAME_DAY, sameDay);
    }

    private void mark(EnumSet<Mark> marks, Mark mark, Quota quota) {
        if (quota.takes(random)) marks.add(mark);
    }

    private static int onTheSpot(Iterable<Stratum> strata) {
        int count = 0;
        for (Stratum stratum : strata) if (mayCloseOnTheSpot(stratum)) count += stratum.count();
        return count;
    }

    private static boolean mayCloseOnTheSpot(Stratum stratum) {
        return !stratum.carried() && (stratum.standing() == Standing.EARLY || stratum.standing() == Standing.ON_TIME);
    }
}
