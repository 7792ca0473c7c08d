package hoso.command.intake.kafka;

import static hoso.command.intake.kafka.InboundHouse.event;

import hoso.command.intake.kafka.publisher.Publisher;
import java.util.List;

/** Lives of dossiers, of six events each, a hundred side by side: what an office sends. */
final class Backlog {

    private static final int SIDE_BY_SIDE = 100;

    private record Step(String type, String data) {}

    private static final List<Step> LIFE = List.of(
            new Step("dossier.received", """
                    {"unit":"H20","procedure":"1.000001","channel":"ONLINE","applicantRef":"3f0c8f6e-6a4b-4d5e-9f51-2a7b0c9d8e1f"}"""),
            new Step("dossier.components-digitized", "{\"components\":7}"),
            new Step("dossier.forwarded", "{\"holder\":\"H20.12.3\",\"step\":\"Thẩm định hồ sơ\"}"),
            new Step("dossier.notified", "{\"by\":\"SMS\",\"about\":\"RESULT\"}"),
            new Step("dossier.resolved", "{\"outcome\":\"APPROVED\"}"),
            new Step("dossier.result-issued", "{\"electronic\":true}"));

    private Backlog() {}

    /** Sends so many events, rounded up to whole lives of all that go side by side. */
    static int send(InboundHouse house, Publisher publisher, int events) {
        int sent = 0;
        for (int first = 0; sent < events; first += SIDE_BY_SIDE)
            for (int step = 0; step < LIFE.size(); step++)
                for (int dossier = first; dossier < first + SIDE_BY_SIDE; dossier++, sent++)
                    house.send(publisher, id(publisher, dossier), line(step, id(publisher, dossier)));
        house.flush();
        return sent;
    }

    private static String id(Publisher publisher, int dossier) {
        return publisher.name() + "-" + dossier;
    }

    private static String line(int step, String dossier) {
        var life = LIFE.get(step);
        return event("b7c1e9d2-54aa-4f0b-8f6d-" + step, life.type, dossier, life.data)
                .replace("T09:00", "T09:%02d".formatted(step));
    }
}
