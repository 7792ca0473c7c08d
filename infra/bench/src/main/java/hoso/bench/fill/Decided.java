package hoso.bench.fill;

import hoso.command.dossier.DossierDecider;
import hoso.command.dossier.Timeline;
import hoso.command.judgement.Judgement;
import hoso.command.judgement.Reference;
import hoso.command.judgement.Submission;
import hoso.command.store.SaltedText;
import hoso.event.AcceptedEvent;
import hoso.event.Publication;
import hoso.event.wire.CloudEventReader;
import hoso.event.wire.StoredEventFormat;
import hoso.event.wire.StrictJson;
import hoso.vocabulary.UnitRights;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * An event as the command side would hand it to the store.
 *
 * @param after what is believed of its dossier from now on
 */
record Decided(AcceptedEvent event, byte[] rest, Map<String, SaltedText> texts, Timeline after) {

    private static final String PUBLISHER = "publisher";

    /**
     * @throws IllegalStateException where the event would be refused
     */
    static Decided of(byte[] line, Timeline before, Reference reference, RandomGenerator salts) {
        Publication publication = CloudEventReader.read(StrictJson.read(line));
        Map<String, SaltedText> texts = new HashMap<>();
        Map<String, String> hashes = new HashMap<>();
        publication.texts().forEach((path, text) -> {
            SaltedText salted = SaltedText.of(text, salts);
            texts.put(path, salted);
            hashes.put(path, salted.hash());
        });
        var submission = new Submission(publication, PUBLISHER, UnitRights.ALL, hashes);
        Judgement judgement = DossierDecider.decide(before, submission, reference);
        if (!(judgement instanceof Judgement.Accepted accepted))
            throw new IllegalStateException(publication + " is refused: " + judgement);
        AcceptedEvent event = accepted.event();
        return new Decided(event, StoredEventFormat.rest(event), texts, before.with(event));
    }
}
