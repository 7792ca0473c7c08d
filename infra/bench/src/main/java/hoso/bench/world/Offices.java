package hoso.bench.world;

import java.util.ArrayList;
import java.util.List;

/** A province of 20 departments and 15 districts of 12 communes each: 215 units that own dossiers. */
public final class Offices {

    /** The province, which owns none itself. */
    public static final String ROOT = "B1";

    private static final int DEPARTMENTS = 20;
    private static final int DISTRICTS = 15;
    private static final int COMMUNES_OF_A_DISTRICT = 12;

    /** Two communes of every district come under the next one in mid-year, so that trees of two dates differ. */
    private static final int MOVED_OF_A_DISTRICT = 2;

    private static final List<String> OWNING = owning();

    private Offices() {}

    /** Those that own dossiers, by code. */
    public static List<String> all() {
        return OWNING;
    }

    /** One without children. */
    public static String leaf() {
        return commune(3, 7);
    }

    /** One event a line: every unit from a date on, and the moves that take place on another. */
    static List<String> events(String validFrom, String movedFrom) {
        List<String> lines = new ArrayList<>();
        lines.add(registered(ROOT, "PROVINCE", "", validFrom));
        for (int at = 1; at <= DEPARTMENTS; at++) lines.add(registered(department(at), "DEPARTMENT", ROOT, validFrom));
        for (int at = 1; at <= DISTRICTS; at++) lines.add(registered(district(at), "DISTRICT", ROOT, validFrom));
        for (int at = 1; at <= DISTRICTS; at++)
            for (int below = 1; below <= COMMUNES_OF_A_DISTRICT; below++)
                lines.add(registered(commune(at, below), "COMMUNE", district(at), validFrom));
        for (int at = 1; at <= DISTRICTS; at++)
            for (int below = 1; below <= MOVED_OF_A_DISTRICT; below++)
                lines.add(moved(commune(at, below), district(at % DISTRICTS + 1), movedFrom));
        return lines;
    }

    private static String registered(String code, String level, String parent, String validFrom) {
        String above = parent.isEmpty() ? "" : "\"parent\":\"" + parent + "\",";
        return Line.reference(
                "unit.registered",
                code,
                "{\"name\":\"Cơ quan " + code + "\",\"level\":\"" + level + "\"," + above + "\"validFrom\":\""
                        + validFrom + "\"}");
    }

    private static String moved(String code, String parent, String validFrom) {
        return Line.reference(
                "unit.moved", code, "{\"parent\":\"" + parent + "\",\"validFrom\":\"" + validFrom + "\"}");
    }

    private static List<String> owning() {
        List<String> codes = new ArrayList<>();
        for (int at = 1; at <= DEPARTMENTS; at++) codes.add(department(at));
        for (int at = 1; at <= DISTRICTS; at++) codes.add(district(at));
        for (int at = 1; at <= DISTRICTS; at++)
            for (int below = 1; below <= COMMUNES_OF_A_DISTRICT; below++) codes.add(commune(at, below));
        return List.copyOf(codes);
    }

    private static String department(int number) {
        return ROOT + ".S" + two(number);
    }

    private static String district(int number) {
        return ROOT + "." + two(number);
    }

    private static String commune(int district, int number) {
        return district(district) + "." + two(number);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
