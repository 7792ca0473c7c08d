package hoso.standalone.demo.plan;

import hoso.standalone.demo.data.DemoProcedure;
import hoso.standalone.demo.data.DemoUnit;
import hoso.standalone.demo.data.ReportPeriod;
import hoso.vocabulary.Channel;
import hoso.vocabulary.Processing;
import hoso.vocabulary.VietnamTime;
import java.time.Instant;
import java.util.Set;

/**
 * One dossier to be told.
 *
 * @param story seeds what is left to chance in its life
 * @param naturalClosing whether its day of closing is free; otherwise {@code SAME_DAY} decides whether that is the day of
 *     receipt
 * @param payments how often it is paid online
 * @param paidThousands what is paid in all, in thousands of VND
 * @param mayStayOpen whether it may stay open to this day, as no later report counts it as carried over
 */
public record PlannedDossier(
        ReportPeriod report,
        DemoUnit unit,
        DemoProcedure procedure,
        Channel channel,
        Standing standing,
        Set<Mark> marks,
        Instant receivedAt,
        boolean naturalClosing,
        int payments,
        int paidThousands,
        boolean mayStayOpen,
        long story) {

    public boolean has(Mark mark) {
        return marks.contains(mark);
    }

    /** The processing time in force at its receipt. */
    public Processing processing() {
        return procedure.processingOn(VietnamTime.date(receivedAt));
    }
}
