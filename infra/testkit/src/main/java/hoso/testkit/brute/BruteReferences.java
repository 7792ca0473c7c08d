package hoso.testkit.brute;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What an event refers to, and must have been accepted before it. */
final class BruteReferences {
    private final BruteTree tree;
    private final BruteProcedures procedures;

    BruteReferences(List<BruteEvent> accepted) {
        tree = new BruteTree(accepted);
        procedures = new BruteProcedures(accepted);
    }

    void refuseUnknown(BruteEvent event, List<BruteEvent> earlier) {
        switch (event.kind()) {
            case "unit" -> {
                BruteRefusal.when(!event.is("unit.registered") && !tree.knows(event.subject()), "unknown-unit");
                refuseUnknownUnit(event.data(), "parent");
                refuseUnknownUnit(event.data(), "into");
            }
            case "petition" -> {
                BruteRefusal.when(!event.is("petition.received") && earlier.isEmpty(), "unknown-petition");
                refuseUnknownUnit(event.data(), "unit");
            }
            case "dossier" -> refuseUnknownOfDossier(event, earlier);
            default -> {}
        }
    }

    private void refuseUnknownUnit(JsonNode data, String name) {
        BruteRefusal.when(data.has(name) && !tree.knows(data.get(name).stringValue()), "unknown-unit");
    }

    private void refuseUnknownOfDossier(BruteEvent event, List<BruteEvent> earlier) {
        if (event.is("dossier.received")) {
            refuseUnknownOfReceipt(event.data());
            return;
        }
        BruteLife life = BruteLife.present(earlier).orElseThrow(() -> new BruteRefusal("unknown-dossier"));
        if (event.is("dossier.dispute-ruled")) {
            BruteRefusal.when(!life.hasDispute(event.data().get("dispute")), "unknown-fact");
        }
        if (event.data().has("corrects")) {
            BruteFact fact = life.fact(event.data().get("corrects"))
                    .orElseThrow(() -> new BruteRefusal("unknown-fact"))
                    .corrected(event.data());
            BruteDoor.checkData(fact.type(), event.subject(), fact.time(), fact.data());
            if (fact.is("dossier.received")) {
                refuseUnknownOfReceipt(fact.data());
            }
        }
    }

    private void refuseUnknownOfReceipt(JsonNode data) {
        refuseUnknownUnit(data, "unit");
        String procedure = data.get("procedure").stringValue();
        BruteRefusal.when(!procedures.knows(procedure), "unknown-procedure");
    }
}
