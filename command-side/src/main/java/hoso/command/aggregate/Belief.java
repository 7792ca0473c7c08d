package hoso.command.aggregate;

import hoso.command.dossier.DossierDecider;
import hoso.command.dossier.Timeline;
import hoso.command.judgement.Judgement;
import hoso.command.judgement.Reference;
import hoso.command.judgement.Submission;
import hoso.command.petition.PetitionDecider;
import hoso.command.petition.PetitionTimeline;
import hoso.command.reference.ReferenceDecider;
import hoso.command.reference.ReferenceTimeline;
import hoso.event.AcceptedEvent;
import hoso.event.Stream;

/** What is believed of one stream, and how submissions to it are judged. */
sealed interface Belief {

    Judgement judge(Submission submission, Reference reference);

    Belief with(AcceptedEvent event);

    record OfDossier(Timeline timeline) implements Belief {
        @Override
        public Judgement judge(Submission submission, Reference reference) {
            return DossierDecider.decide(timeline, submission, reference);
        }

        @Override
        public Belief with(AcceptedEvent event) {
            return new OfDossier(timeline.with(event));
        }
    }

    record OfPetition(PetitionTimeline timeline) implements Belief {
        @Override
        public Judgement judge(Submission submission, Reference reference) {
            return PetitionDecider.decide(timeline, submission, reference);
        }

        @Override
        public Belief with(AcceptedEvent event) {
            return new OfPetition(timeline.with(event));
        }
    }

    record OfReference(ReferenceTimeline timeline) implements Belief {
        @Override
        public Judgement judge(Submission submission, Reference reference) {
            return ReferenceDecider.decide(timeline, submission, reference.date());
        }

        @Override
        public Belief with(AcceptedEvent event) {
            return new OfReference(timeline.with(event));
        }
    }

    /** Of a stream that has no events. */
    static Belief unheardOf(Stream.Kind kind) {
        return switch (kind) {
            case DOSSIER -> new OfDossier(Timeline.UNKNOWN);
            case PETITION -> new OfPetition(PetitionTimeline.UNKNOWN);
            case REFERENCE -> new OfReference(ReferenceTimeline.EMPTY);
        };
    }
}
