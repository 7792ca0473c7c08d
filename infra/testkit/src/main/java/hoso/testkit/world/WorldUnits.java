package hoso.testkit.world;

import static hoso.testkit.world.Sent.data;
import static hoso.testkit.world.Sent.maybe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two provinces of three levels and some desks, and what becomes of them. */
final class WorldUnits {
    private final Stage stage;
    private final Chance chance;
    private final Instant start;
    private int added;

    WorldUnits(Stage stage, Instant start) {
        this.stage = stage;
        this.chance = stage.chance;
        this.start = start;
    }

    void register() {
        register(stage.root, "Tỉnh", "PROVINCE", null);
        String neighbour = stage.root + "N";
        register(neighbour, "Tỉnh bên", "PROVINCE", null);
        register(neighbour + ".1", "Xã bên", "COMMUNE", neighbour);
        for (int department = 1; department <= 2; department++) {
            register(stage.root + "." + department, "Sở " + department, "DEPARTMENT", stage.root);
        }
        for (int district = 11; district <= 13; district++) {
            String code = stage.root + "." + district;
            register(code, "Huyện " + district, "DISTRICT", stage.root);
            for (int commune = 1; commune <= 3; commune++) {
                register(code + "." + commune, "Xã " + district + "." + commune, "COMMUNE", code);
            }
        }
        register(stage.root + ".11.1-mc", "Bộ phận một cửa", "DESK", stage.root + ".11.1");
    }

    private void register(String code, String name, String level, @Nullable String parent) {
        Sent sent = stage.send(
                "unit.registered",
                code,
                start.minus(Duration.ofDays(30)),
                data(
                        "name",
                        name,
                        "level",
                        level,
                        "parent",
                        maybe(parent != null, String.valueOf(parent)),
                        "validFrom",
                        chance.localDate(start.minus(Duration.ofDays(400)))));
        if (sent.accepted) {
            stage.units.add(code);
        }
    }

    /** One change of the tree, before, now or ahead; some are refused: a circle, a unit that nobody knows. */
    void reorganise() {
        Instant time = stage.past(chance.told(stage.clock()));
        String unit = chance.from(stage.units);
        String other = chance.percent(4) ? stage.root + ".404" : chance.from(stage.units);
        String validFrom = chance.localDate(stage.clock().plus(Duration.ofDays(chance.between(-120, 60))));
        switch (chance.between(0, 9)) {
            case 0, 1, 2 -> stage.send("unit.moved", unit, time, data("parent", other, "validFrom", validFrom));
            case 3, 4 -> stage.send("unit.merged", unit, time, data("into", other, "validFrom", validFrom));
            case 5 -> stage.send("unit.closed", unit, time, data("validTo", validFrom));
            case 6 -> stage.send("unit.moved", stage.root + ".405", time, data("parent", unit, "validFrom", validFrom));
            case 7 -> open(time, unit, validFrom);
            default -> rename(time, unit, other, validFrom);
        }
    }

    private void open(Instant time, String parent, String validFrom) {
        String code = stage.root + ".9" + ++added;
        Sent sent = stage.send(
                "unit.registered",
                code,
                time,
                data("name", "Phường mới " + added, "level", "COMMUNE", "parent", parent, "validFrom", validFrom));
        if (sent.accepted) {
            stage.units.add(code);
        }
    }

    /** A registration again sets the name, the level and the parent, or leaves the unit without one. */
    private void rename(Instant time, String unit, String other, String validFrom) {
        List<String> levels = new ArrayList<>(List.of("DEPARTMENT", "DISTRICT", "COMMUNE", "DESK"));
        stage.send(
                "unit.registered",
                unit,
                time,
                data(
                        "name",
                        "Đơn vị đổi tên " + chance.between(1, 99),
                        "level",
                        chance.from(levels),
                        "parent",
                        maybe(chance.percent(85), chance.percent(50) ? stage.root : other),
                        "validFrom",
                        validFrom));
    }
}
