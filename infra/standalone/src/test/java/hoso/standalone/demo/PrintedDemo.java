package hoso.standalone.demo;

import hoso.query.ledger.Contribution;
import hoso.query.question.AsOf;
import hoso.query.question.Names;
import hoso.query.question.Standpoint;
import hoso.query.question.View;
import hoso.query.report.Grouping;
import hoso.query.report.ReportQuestion;
import hoso.query.report.Scene;
import hoso.query.snapshot.SnapshotKind;
import hoso.query.snapshot.content.FrozenReport;
import hoso.query.snapshot.content.ReportContent;
import hoso.query.snapshot.document.PrintedSnapshot;
import hoso.query.snapshot.document.TextDocument;
import hoso.vocabulary.Period;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** The five reports of the demo, frozen and printed. */
final class PrintedDemo {

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    private static final Map<String, SnapshotKind> KINDS = Map.of(
            "H20", SnapshotKind.MONTH,
            "H20.32", SnapshotKind.MONTH,
            "H48", SnapshotKind.HALF_YEAR,
            "H59.39", SnapshotKind.YEAR,
            "H20.38", SnapshotKind.MONTH);

    private final Map<String, PrintedSnapshot> snapshots = new TreeMap<>();

    PrintedDemo(GroupedDemo grouped) {
        var demo = new DecidedDemo(grouped);
        for (DemoReport report : DemoReports.all()) snapshots.put(report.unit(), frozen(demo, report, grouped.lines));
    }

    private static PrintedSnapshot frozen(DecidedDemo demo, DemoReport report, long position) {
        var question = new ReportQuestion(
                report.unit(),
                new Period(report.from(), report.to()),
                Grouping.valueOf(report.by().toUpperCase(Locale.ROOT)),
                report.to(),
                Optional.empty(),
                new View(new AsOf.Position(position), 0));
        byte[] content = new ReportContent(demo, Contribution.EDITION)
                .of(
                        KINDS.get(report.unit()),
                        Scene.of(question, demo.register, Names.PLAIN),
                        new Standpoint(position, NOW.minusSeconds(60), NOW));
        return new PrintedSnapshot(
                "S1", "0".repeat(64), NOW, FrozenReport.read(content), Optional.empty(), Optional.empty());
    }

    PrintedSnapshot snapshot(String unit) {
        return snapshots.get(unit);
    }

    /** The paragraphs of the document, without tables. */
    List<String> paragraphs(String unit) {
        byte[] file = TextDocument.of(snapshot(unit));
        try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
            return document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
