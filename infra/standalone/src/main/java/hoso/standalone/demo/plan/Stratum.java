package hoso.standalone.demo.plan;

import hoso.standalone.demo.data.Figure;
import hoso.standalone.demo.data.Scope;
import java.util.ArrayList;
import java.util.List;

/** So many dossiers of a scope that were received and stand alike. */
record Stratum(boolean copy, boolean carried, Standing standing, int count) {

    /** All dossiers of a scope: electronic copies, what else is new, what was carried over, what was a mistake. */
    static List<Stratum> of(Scope scope) {
        int copiesOnTime = Math.min(scope.of(Figure.COPIES_RESOLVED) / 8, scope.of(Figure.ON_TIME) / 3);
        int copiesEarly = scope.of(Figure.COPIES_RESOLVED) - copiesOnTime;
        int copiesOpen = scope.of(Figure.COPIES) - scope.of(Figure.COPIES_RESOLVED);

        int carriedResolved = scope.of(Figure.CARRIED) - scope.of(Figure.CARRIED_PENDING);
        int carriedLate = share(scope.of(Figure.LATE), carriedResolved, scope.resolved());
        int carriedOnTime = share(scope.of(Figure.ON_TIME) - copiesOnTime, carriedResolved, scope.resolved());
        int carriedEarly = carriedResolved - carriedLate - carriedOnTime;
        int carriedOverdue = Math.min(scope.of(Figure.OVERDUE) / 2, scope.of(Figure.CARRIED_PENDING) / 3);
        int carriedPaused = Math.min(scope.of(Figure.PAUSED) / 2, scope.of(Figure.CARRIED_PENDING) / 3);
        int carriedNotDue = scope.of(Figure.CARRIED_PENDING) - carriedOverdue - carriedPaused;
        int notDue = scope.pending() - scope.of(Figure.OVERDUE) - scope.of(Figure.PAUSED);

        var strata = new ArrayList<Stratum>();
        strata.add(new Stratum(true, false, Standing.EARLY, copiesEarly));
        strata.add(new Stratum(true, false, Standing.ON_TIME, copiesOnTime));
        strata.add(new Stratum(true, false, Standing.NOT_DUE, copiesOpen));
        strata.add(fresh(Standing.EARLY, scope.of(Figure.EARLY) - copiesEarly - carriedEarly));
        strata.add(fresh(Standing.ON_TIME, scope.of(Figure.ON_TIME) - copiesOnTime - carriedOnTime));
        strata.add(fresh(Standing.LATE, scope.of(Figure.LATE) - carriedLate));
        strata.add(fresh(Standing.NOT_DUE, notDue - copiesOpen - carriedNotDue));
        strata.add(fresh(Standing.OVERDUE, scope.of(Figure.OVERDUE) - carriedOverdue));
        strata.add(fresh(Standing.PAUSED, scope.of(Figure.PAUSED) - carriedPaused));
        strata.add(carried(Standing.EARLY, carriedEarly));
        strata.add(carried(Standing.ON_TIME, carriedOnTime));
        strata.add(carried(Standing.LATE, carriedLate));
        strata.add(carried(Standing.NOT_DUE, carriedNotDue));
        strata.add(carried(Standing.OVERDUE, carriedOverdue));
        strata.add(carried(Standing.PAUSED, carriedPaused));
        strata.add(fresh(Standing.MISTAKEN, scope.of(Figure.MISTAKEN)));
        return strata;
    }

    private static Stratum fresh(Standing standing, int count) {
        return new Stratum(false, false, standing, count);
    }

    private static Stratum carried(Standing standing, int count) {
        return new Stratum(false, true, standing, count);
    }

    private static int share(int amount, int part, int whole) {
        return Math.toIntExact((long) amount * part / whole);
    }
}
