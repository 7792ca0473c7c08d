package hoso.command;

import hoso.command.dossier.DossierDecider;
import hoso.command.dossier.Timeline;
import hoso.command.judgement.Judgement;
import hoso.command.judgement.Reference;
import hoso.command.judgement.Submission;
import hoso.command.petition.PetitionDecider;
import hoso.command.petition.PetitionTimeline;
import hoso.command.reference.NationalCalendars;
import hoso.command.reference.ReferenceDecider;
import hoso.command.reference.ReferenceTimeline;
import hoso.event.AcceptedEvent;
import hoso.event.Publication;
import hoso.event.UnfitData;
import hoso.event.wire.CloudEventReader;
import hoso.event.wire.Digests;
import hoso.event.wire.StrictJson;
import hoso.vocabulary.UnitRights;
import hoso.vocabulary.UnitTree;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The deciders alone, fed with lines of JSON: no store and no framework. */
public final class PureHouse {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final Map<String, Timeline> dossiers = new HashMap<>();
    private final Map<String, PetitionTimeline> petitions = new HashMap<>();
    private final List<AcceptedEvent> accepted = new ArrayList<>();
    private ReferenceTimeline reference = ReferenceTimeline.EMPTY;
    private UnitTree today = reference.register().tree(TODAY);
    private Judgement.@Nullable Refused refused;

    /** A house that knows the national calendars of 2023–2026, as one does from its first start on. */
    public static PureHouse withNationalCalendars() {
        var house = new PureHouse();
        NationalCalendars.lines().forEach(house::offer);
        return house;
    }

    /** The verdict on a line from one who may do everything: accepted, duplicate, or the refusal's code. */
    public String offer(String line) {
        return offer(line, UnitRights.ALL);
    }

    /** The verdict on a line from one with rights to some units. */
    public String offer(String line, UnitRights rights) {
        Publication publication;
        try {
            publication = CloudEventReader.read(StrictJson.read(line.getBytes(StandardCharsets.UTF_8)));
        } catch (UnfitData unfit) {
            return unfit.code();
        }
        return switch (judge(new Submission(publication, "test", rights, hashes(publication)))) {
            case Judgement.Accepted now -> {
                believe(now.event());
                yield "accepted";
            }
            case Judgement.Duplicate duplicate -> "duplicate";
            case Judgement.Refused refused -> {
                this.refused = refused;
                yield refused.code().code();
            }
        };
    }

    /** Of the texts, under one salt for all. */
    private static Map<String, String> hashes(Publication publication) {
        Map<String, String> hashes = new HashMap<>();
        publication.texts().forEach((path, text) -> hashes.put(path, Digests.text(new byte[16], text)));
        return hashes;
    }

    /** The last refusal, with what it rests on. */
    public Judgement.Refused refused() {
        return Objects.requireNonNull(refused);
    }

    public Map<String, Timeline> dossiers() {
        return dossiers;
    }

    public Map<String, PetitionTimeline> petitions() {
        return petitions;
    }

    public ReferenceTimeline reference() {
        return reference;
    }

    /** All that was accepted, in its order. */
    public List<AcceptedEvent> accepted() {
        return accepted;
    }

    private Judgement judge(Submission submission) {
        String subject = submission.publication().subject();
        var known = new Reference(0, reference.register(), TODAY, today);
        return switch (submission.publication().stream().kind()) {
            case DOSSIER -> DossierDecider.decide(dossiers.getOrDefault(subject, Timeline.UNKNOWN), submission, known);
            case PETITION ->
                PetitionDecider.decide(petitions.getOrDefault(subject, PetitionTimeline.UNKNOWN), submission, known);
            case REFERENCE -> ReferenceDecider.decide(reference, submission, TODAY);
        };
    }

    private void believe(AcceptedEvent event) {
        accepted.add(event);
        switch (event.stream().kind()) {
            case DOSSIER ->
                dossiers.put(
                        event.subject(),
                        dossiers.getOrDefault(event.subject(), Timeline.UNKNOWN).with(event));
            case PETITION ->
                petitions.put(
                        event.subject(),
                        petitions
                                .getOrDefault(event.subject(), PetitionTimeline.UNKNOWN)
                                .with(event));
            case REFERENCE -> {
                reference = reference.with(event);
                today = reference.register().tree(TODAY);
            }
        }
    }
}
