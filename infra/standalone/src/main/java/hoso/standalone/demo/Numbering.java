package hoso.standalone.demo;

import hoso.standalone.demo.plan.PlannedDossier;
import hoso.vocabulary.VietnamTime;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Gives dossiers their ids in order of receipt, as {@code H20.31.05-240221-0007}: counted anew by unit and day. */
final class Numbering {

    private final Map<String, Integer> counts = new HashMap<>();
    private LocalDate day = LocalDate.MIN;

    String next(PlannedDossier dossier) {
        LocalDate received = VietnamTime.date(dossier.receivedAt());
        if (!received.equals(day)) {
            counts.clear();
            day = received;
        }
        String unit = dossier.unit().code();
        int count = counts.merge(unit, 1, Integer::sum);
        int date = received.getYear() % 100 * 10_000 + received.getMonthValue() * 100 + received.getDayOfMonth();
        return unit + "-" + date + "-" + String.valueOf(10_000 + count).substring(1);
    }
}
