package hoso.query.snapshot.document;

import hoso.query.snapshot.document.template.Properties;
import hoso.query.snapshot.document.template.TextTemplate;

/** The report as the office sends it, as a .docx file. Its sentences stand in the template, {@code report.docx}. */
public final class TextDocument {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private TextDocument() {}

    public static byte[] of(PrintedSnapshot snapshot) {
        return TextTemplate.fill(Template.REPORT.bytes(), SnapshotScope.of(snapshot), properties(snapshot));
    }

    static Properties properties(PrintedSnapshot snapshot) {
        return new Properties(
                "Báo cáo "
                        + PeriodName.of(
                                snapshot.report().kind(), snapshot.report().period()) + ", "
                        + snapshot.report().name(),
                snapshot.frozenAt());
    }
}
