package hoso.query.board.kept;

import hoso.event.history.ReferenceRegister;
import hoso.query.report.scoreboard.Catalogue;
import hoso.query.report.scoreboard.ScoreboardCatalogue.Definition;
import hoso.query.report.scoreboard.ScoreboardCatalogue.Formula;
import hoso.query.report.scoreboard.ScoreboardCatalogue.Parts;
import hoso.vocabulary.ProcedureVersion;
import hoso.vocabulary.Unit;
import hoso.vocabulary.UnitTree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Units, procedures and rates as rows of their tables. */
final class ReferenceRows {

    private ReferenceRows() {}

    static List<Map<String, Object>> units(UnitTree tree) {
        return tree.units().stream().map(unit -> unit(unit, tree)).toList();
    }

    private static Map<String, Object> unit(Unit unit, UnitTree tree) {
        List<String> path = new ArrayList<>(tree.lineage(unit.code()));
        Collections.reverse(path);
        Map<String, Object> row = new HashMap<>();
        row.put("code", unit.code());
        row.put("name", unit.name());
        row.put("level", unit.level().name());
        if (unit.parent() != null) row.put("parent", unit.parent());
        row.put("path", path);
        return row;
    }

    static List<Map<String, Object>> procedures(ReferenceRegister known, LocalDate day) {
        return known.procedures().keySet().stream()
                .flatMap(code -> known.procedure(code, day).stream())
                .map(version -> procedure(version.value()))
                .toList();
    }

    private static Map<String, Object> procedure(ProcedureVersion procedure) {
        return Map.of(
                "code", procedure.code(),
                "name", procedure.name(),
                "field", procedure.field(),
                "online_level", procedure.onlineLevel().name(),
                "fee_required", procedure.feeRequired());
    }

    static List<Map<String, Object>> indicators() {
        return Catalogue.CURRENT.indicators().stream()
                .map(rate -> Map.<String, Object>of(
                        "id", rate.id(),
                        "vi", rate.vi(),
                        "en", rate.en(),
                        "numerator", rate.numerator(),
                        "denominator", rate.denominator(),
                        "source", rate.source()))
                .toList();
    }

    static List<Map<String, Object>> criteria() {
        return Catalogue.CURRENT.scoreboard().groups().stream()
                .flatMap(group -> group.criteria().stream())
                .filter(Definition::data)
                .map(ReferenceRows::criterion)
                .toList();
    }

    private static Map<String, Object> criterion(Definition criterion) {
        Parts parts = Objects.requireNonNull(criterion.local());
        Formula scoring = Objects.requireNonNull(criterion.scoring());
        return Map.of(
                "code", criterion.code(),
                "vi", criterion.vi(),
                "en", criterion.en(),
                "points", criterion.max(),
                "full_at", scoring.fullAt(),
                "numerator", parts.numerator(),
                "denominator", parts.denominator(),
                "source", criterion.source());
    }
}
