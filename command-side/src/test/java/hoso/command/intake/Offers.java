package hoso.command.intake;

import hoso.command.aggregate.Judging;
import hoso.command.judgement.Submission;
import hoso.event.wire.CloudEventReader;
import hoso.vocabulary.UnitRights;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Events as the door admits them. */
final class Offers {

    private static final JsonMapper JSON = new JsonMapper();

    private Offers() {}

    static Judging.Item received(String dossier) {
        return item("hoso.dossier.received.v1", dossier, """
                {"unit":"H20","procedure":"1.000001","channel":"DIRECT"}""");
    }

    static Judging.Item registered(String unit) {
        return item("hoso.unit.registered.v1", unit, """
                {"name":"Một đơn vị","level":"PROVINCE","validFrom":"2020-01-01"}""");
    }

    static Offer.Admitted admitted(long line, Judging.Item item) {
        return new Offer.Admitted(
                line, "1", item.submission().publication().stream().kind(), item);
    }

    private static Judging.Item item(String type, String subject, String data) {
        var publication = CloudEventReader.read(JSON.readTree("""
                {"specversion":"1.0","id":"1","source":"urn:hoso:test","type":"%s","subject":"%s",
                 "time":"2024-03-01T09:00:00+07:00","data":%s}""".formatted(type, subject, data)));
        return new Judging.Item(new Submission(publication, "publisher", UnitRights.ALL, Map.of()), Map.of());
    }
}
