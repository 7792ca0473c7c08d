package hoso.standalone.demo.data;

import hoso.vocabulary.OnlineLevel;
import hoso.vocabulary.Processing;
import hoso.vocabulary.SupplementRule;
import java.util.ArrayList;
import java.util.List;

/**
 * The rest of a province's catalogue: procedures that nobody of the demo asks for, so many of each kind that the whole has
 * what Đồng Tháp reports. Their codes and names are made up.
 */
public final class OtherProcedures {

    /** All, and those offered online, as published. */
    private static final int ALL = 1_739;

    private static final int ONLINE = 1_402;

    /** Those with a fee: of so many are 73 the published 30,67 %. */
    private static final int WITH_FEE = 238;

    private OtherProcedures() {}

    /** Of every field in turn. */
    public static List<DemoProcedure> beside(List<DemoProcedure> known) {
        List<String> fields =
                known.stream().map(DemoProcedure::field).distinct().toList();
        int online = ONLINE
                - (int) known.stream()
                        .filter(procedure -> procedure.onlineLevel() != OnlineLevel.INFO)
                        .count();
        int withFee = WITH_FEE - (int) known.stream().filter(DemoProcedure::fee).count();
        List<DemoProcedure> others = new ArrayList<>();
        for (int number = 0; number < ALL - known.size(); number++)
            others.add(other(number, fields.get(number % fields.size()), number < online, number < withFee));
        return others;
    }

    private static DemoProcedure other(int number, String field, boolean online, boolean fee) {
        OnlineLevel level = number % 2 == 0 ? OnlineLevel.FULL : OnlineLevel.PARTIAL;
        return new DemoProcedure(
                "3.9%05d".formatted(number + 1),
                List.of(),
                online ? level : OnlineLevel.INFO,
                new Processing(Processing.Kind.WORKING_DAYS, 5 + number % 16),
                SupplementRule.RESUME,
                fee,
                false,
                false,
                false,
                0,
                field,
                "Thủ tục khác lĩnh vực %s, số %d".formatted(field, number + 1),
                List.of());
    }
}
