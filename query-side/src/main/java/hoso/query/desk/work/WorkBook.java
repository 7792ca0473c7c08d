package hoso.query.desk.work;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;
import hoso.query.desk.dossier.DossierNames;
import hoso.query.desk.frame.Format;
import hoso.query.desk.frame.Frame;
import hoso.query.desk.report.Periods;
import hoso.query.desk.unit.CodeNames;
import hoso.vocabulary.Period;
import hoso.vocabulary.VietnamTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A list of work as a workbook: a sheet that says what it lists and at which moment, with a head that stays, times as times.
 *
 * @param standing the answer that tells the moment
 * @param cut whether there are rows that it has not
 * @param names of the codes in it
 */
record WorkBook(
        Question question, WorkKind kind, Answer standing, List<Answer> rows, boolean cut, CodeNames.OfDay names) {

    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int HEAD = 4;
    private static final String TIME = "dd/mm/yyyy hh:mm";

    /**
     * @param width in letters
     */
    private record Column(String name, int width, Function<Answer, Object> value) {}

    byte[] written(Frame frame) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Hoso", "1.0")) {
            Worksheet sheet = book.newWorksheet(kind.name(frame));
            title(sheet, frame);
            List<Column> columns = columns(frame);
            head(sheet, columns);
            for (int row = 0; row < rows.size(); row++) row(sheet, HEAD + 1 + row, rows.get(row), columns);
            sheet.freezePane(1, HEAD + 1);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return bytes.toByteArray();
    }

    /** What is listed, of whom, of which days, and as of when. */
    private void title(Worksheet sheet, Frame frame) {
        Format format = frame.format();
        String unit = question.text("unit");
        Period days = Periods.days(question);
        sheet.value(0, 0, kind.name(frame) + " – " + names.unit(unit) + " (" + unit + ")");
        sheet.style(0, 0).bold().fontSize(14).set();
        sheet.value(
                1,
                0,
                frame.say("Kỳ từ ngày ", "From ")
                        + format.day(days.from())
                        + frame.say(" đến ngày ", " to ")
                        + format.day(days.to()));
        sheet.value(2, 0, moment(days, frame));
        if (cut)
            sheet.value(
                    3, 0, frame.say("Chỉ ghi các dòng đầu: ", "The first rows alone: ") + format.number(rows.size()));
    }

    private String moment(Period days, Frame frame) {
        Format format = frame.format();
        String looked = standing.has("at")
                ? frame.say("Xét đến ", "Looked at ") + format.time(standing.instant("at"))
                : frame.say("Xét đến hết ngày ", "Looked at the end of ") + format.day(days.to());
        return looked + frame.say(", theo sổ cái đến ", ", as of ") + format.upTo(standing.text("asOf.position"));
    }

    private List<Column> columns(Frame frame) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column(frame.say("Mã hồ sơ", "Dossier"), 24, row -> row.text("id")),
                new Column(frame.say("Mã đơn vị", "Unit"), 14, row -> row.text("unit")),
                new Column(frame.say("Đơn vị", "Name of the unit"), 34, row -> names.unit(row.text("unit"))),
                new Column(frame.say("Mã thủ tục", "Procedure"), 14, row -> row.text("procedure")),
                new Column(
                        frame.say("Thủ tục", "Name of the procedure"),
                        44,
                        row -> names.procedure(row.text("procedure"))),
                new Column(frame.say("Tiếp nhận", "Received"), 18, row -> row.instant("receivedAt")),
                new Column(frame.say("Hạn", "Due"), 18, row -> row.instant("dueAt")),
                new Column(
                        frame.say("Kết thúc", "Closed"),
                        18,
                        row -> Periods.isClosedSince(row, question, standing) ? "" : time(row, "closedAt")),
                new Column(
                        frame.say("Kết thúc sau lúc xét", "Closed since then"),
                        22,
                        row -> Periods.isClosedSince(row, question, standing) ? time(row, "closedAt") : "")));
        if (kind.isOfPromises())
            columns.add(new Column(frame.say("Lời hẹn", "Promised"), 18, row -> time(row, "promisedAt")));
        if (kind == WorkKind.PORTAL)
            columns.addAll(List.of(
                    new Column(
                            frame.say("Hệ thống này", "Here"),
                            18,
                            row -> DossierNames.verdict(row.text("local"), frame)),
                    new Column(frame.say("Cổng", "Portal"), 18, row -> DossierNames.verdict(row.text("portal"), frame)),
                    new Column(frame.say("Vì sao", "Why"), 90, row -> causes(row, frame))));
        return columns;
    }

    private static Object time(Answer row, String path) {
        return row.has(path) ? row.instant(path) : "";
    }

    private static String causes(Answer row, Frame frame) {
        return String.join(
                " ",
                row.list("causes").stream()
                        .map(cause -> frame.say(cause.text("vi"), cause.text("en")))
                        .toList());
    }

    private static void head(Worksheet sheet, List<Column> columns) {
        for (int column = 0; column < columns.size(); column++) {
            sheet.width(column, columns.get(column).width());
            sheet.value(HEAD, column, columns.get(column).name());
        }
        sheet.range(HEAD, 0, HEAD, columns.size() - 1)
                .style()
                .bold()
                .fillColor("EEF0F3")
                .set();
    }

    private static void row(Worksheet sheet, int row, Answer dossier, List<Column> columns) {
        for (int column = 0; column < columns.size(); column++) {
            Object value = columns.get(column).value().apply(dossier);
            if (value instanceof Instant time) {
                sheet.value(row, column, time.atOffset(VietnamTime.OFFSET).toLocalDateTime());
                sheet.style(row, column).format(TIME).set();
            } else sheet.value(row, column, value.toString());
        }
    }
}
