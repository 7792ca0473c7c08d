package hoso.standalone.demo;

import hoso.standalone.demo.data.ReportPeriod;
import java.util.Comparator;
import java.util.List;

/** The five reports of the demo, the province of Đồng Tháp first. */
public final class DemoReports {

    private static final List<String> ORDER = List.of("dong-thap", "sa-dec", "quang-ngai", "tra-cu", "thap-muoi");

    private DemoReports() {}

    public static List<DemoReport> all() {
        return ReportPeriod.all().stream()
                .sorted(Comparator.comparingInt(report -> ORDER.indexOf(report.key())))
                .map(report -> new DemoReport(report.title(), report.unit(), report.from(), report.to(), report.by()))
                .toList();
    }
}
