package hoso.query.audit.evidence;

import hoso.event.ReferenceFact;
import hoso.event.history.ReferenceRegister;
import hoso.query.audit.DossierDesk;
import hoso.query.audit.clock.answer.ClockAnswer;
import hoso.query.audit.clock.answer.ClockDesk;
import hoso.query.feed.LoggedEvent;
import hoso.query.feed.PublishedRule;
import hoso.query.question.KnownReference;
import hoso.query.question.Names;
import hoso.query.question.Standpoint;
import hoso.vocabulary.UnitLevel;
import java.time.LocalDate;
import java.util.List;

/**
 * The events that a bundle proves, and the account that follows from them.
 *
 * @param events of the dossier, in order, from its first; whether more came after the last of them no bundle proves
 * @param reference the procedures and calendars that its clock is decided by, in order
 */
record Bundle(Manifest manifest, List<BundledEvent> events, List<BundledEvent> reference) {

    Bundle {
        events = List.copyOf(events);
        reference = List.copyOf(reference);
    }

    Bundle ofStore(String name) {
        return new Bundle(manifest.ofStore(name), events, reference);
    }

    /**
     * The clock account: a function of the bundle alone.
     *
     * @throws hoso.edge.Problem as the account of a dossier
     */
    ClockAnswer account() {
        var standpoint = new Standpoint(manifest.asOf(), manifest.asOfRecordedAt(), manifest.madeAt());
        var dossier = new DossierDesk.Opened(manifest.dossier(), Names.PLAIN, standpoint, List.copyOf(events));
        return ClockAnswer.of(new ClockDesk(new Known(this)).account(dossier, manifest.at()));
    }

    /** The reference data of a bundle: its procedures and calendars, and units that have a name alone. */
    private record Known(Bundle bundle) implements KnownReference {

        @Override
        public ReferenceRegister asOf(long position) {
            ReferenceRegister register = ReferenceRegister.EMPTY;
            for (BundledEvent event : bundle.reference())
                register = register.with(event.event().event().subject(), fact(event));
            for (var unit : bundle.manifest().unitNames().entrySet())
                register = register.with(
                        unit.getKey(),
                        new ReferenceFact.UnitRegistered(unit.getValue(), UnitLevel.DESK, null, LocalDate.EPOCH));
            return register;
        }

        @Override
        public List<PublishedRule> rules(long position) {
            return bundle.reference().stream()
                    .map(event -> rule(event, event.event().event().subject()))
                    .toList();
        }

        private static PublishedRule rule(LoggedEvent event, String subject) {
            return new PublishedRule(event.position(), event.recordedAt(), "", subject, fact(event));
        }

        private static ReferenceFact fact(LoggedEvent event) {
            return (ReferenceFact) event.read().event().fact();
        }
    }
}
