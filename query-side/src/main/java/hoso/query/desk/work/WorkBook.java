package hoso.query.desk.work;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.dossier.DossierNames;
import hoso.query.desk.frame.Frame;
import hoso.vocabulary.VietnamTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A list of work as a workbook: a sheet with a head that stays, times as times. */
final class WorkBook {

    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int HEAD = 2;
    private static final String TIME = "dd/mm/yyyy hh:mm";

    /**
     * @param width in letters
     */
    private record Column(String vietnamese, String english, int width, Function<Answer, Object> value) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("Mã hồ sơ", "Dossier", 24, row -> row.text("id")),
            new Column("Đơn vị", "Unit", 14, row -> row.text("unit")),
            new Column("Thủ tục", "Procedure", 14, row -> row.text("procedure")),
            new Column("Tiếp nhận", "Received", 18, row -> row.instant("receivedAt")),
            new Column("Hạn", "Due", 18, row -> row.instant("dueAt")),
            new Column("Kết thúc", "Closed", 18, row -> time(row, "closedAt")),
            new Column("Lời hẹn", "Promised", 18, row -> time(row, "promisedAt")));

    private WorkBook() {}

    private static Object time(Answer row, String path) {
        return row.has(path) ? row.instant(path) : "";
    }

    static byte[] of(WorkKind kind, String title, List<Answer> rows, Frame frame) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Hoso", "1.0")) {
            Worksheet sheet = book.newWorksheet(kind.name(frame));
            sheet.value(0, 0, kind.name(frame) + " – " + title);
            sheet.style(0, 0).bold().fontSize(14).set();
            head(sheet, kind, frame);
            for (int row = 0; row < rows.size(); row++) row(sheet, HEAD + 1 + row, rows.get(row), kind, frame);
            if (rows.size() >= WorkLists.ROWS_MAX)
                sheet.value(1, 0, frame.say("Chỉ ghi các dòng đầu: ", "The first rows alone: ") + rows.size());
            sheet.freezePane(1, HEAD + 1);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return bytes.toByteArray();
    }

    private static void head(Worksheet sheet, WorkKind kind, Frame frame) {
        for (int column = 0; column < COLUMNS.size(); column++) {
            sheet.width(column, COLUMNS.get(column).width());
            Column head = COLUMNS.get(column);
            sheet.value(HEAD, column, frame.say(head.vietnamese(), head.english()));
        }
        if (kind == WorkKind.PORTAL) {
            sheet.value(HEAD, COLUMNS.size(), frame.say("Hệ thống này", "Here"));
            sheet.value(HEAD, COLUMNS.size() + 1, frame.say("Cổng", "Portal"));
            sheet.value(HEAD, COLUMNS.size() + 2, frame.say("Vì sao", "Why"));
            sheet.width(COLUMNS.size() + 2, 90);
        }
        sheet.range(HEAD, 0, HEAD, COLUMNS.size() + 2)
                .style()
                .bold()
                .fillColor("EEF0F3")
                .set();
    }

    private static void row(Worksheet sheet, int row, Answer dossier, WorkKind kind, Frame frame) {
        for (int column = 0; column < COLUMNS.size(); column++) {
            Object value = COLUMNS.get(column).value().apply(dossier);
            if (value instanceof Instant time) {
                sheet.value(row, column, time.atOffset(VietnamTime.OFFSET).toLocalDateTime());
                sheet.style(row, column).format(TIME).set();
            } else sheet.value(row, column, value.toString());
        }
        if (kind != WorkKind.PORTAL) return;
        sheet.value(row, COLUMNS.size(), DossierNames.verdict(dossier.text("local"), frame));
        sheet.value(row, COLUMNS.size() + 1, DossierNames.verdict(dossier.text("portal"), frame));
        sheet.value(
                row,
                COLUMNS.size() + 2,
                String.join(
                        " ",
                        dossier.list("causes").stream()
                                .map(cause -> frame.say(cause.text("vi"), cause.text("en")))
                                .toList()));
    }
}
