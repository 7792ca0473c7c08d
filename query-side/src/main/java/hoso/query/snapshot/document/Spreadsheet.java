package hoso.query.snapshot.document;

import hoso.query.snapshot.document.template.SheetTemplate;

/**
 * The figures as a .xlsx file: form II.06 on a sheet for each grouping, every cell a number, and charts. Its sheets stand in
 * the template, {@code form.xlsx}.
 */
public final class Spreadsheet {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Spreadsheet() {}

    public static byte[] of(PrintedSnapshot snapshot) {
        return SheetTemplate.fill(Template.FORM.bytes(), SnapshotScope.of(snapshot), TextDocument.properties(snapshot));
    }
}
