package hoso.query.ledger;

import hoso.event.OtherFact;
import hoso.event.OtherFact.PaymentMethod;
import hoso.event.Ruling;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.event.history.OtherEntry;
import hoso.vocabulary.Channel;
import hoso.vocabulary.Timeliness;
import hoso.vocabulary.VietnamTime;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the tags of a dossier off its facts; of ratings and apologies the last counts, by time, then position. */
final class TagRules {

    private final DossierHistory dossier;
    private final Set<Tag> tags = EnumSet.noneOf(Tag.class);
    private @Nullable OtherEntry lastRating;
    private @Nullable OtherEntry lastPromise;

    TagRules(DossierHistory dossier) {
        this.dossier = dossier;
    }

    Set<Tag> tags() {
        if (dossier.terms().feeRequired()) tags.add(Tag.FEE_REQUIRED);
        dossier.others().forEach(this::read);
        if (lastRating != null && ((OtherFact.SatisfactionRated) lastRating.fact()).satisfied())
            tags.add(Tag.SATISFIED);
        dossier.closing().ifPresent(this::readClosing);
        return tags;
    }

    private void read(OtherEntry entry) {
        switch (entry.fact()) {
            case OtherFact.ComponentsDigitized digitized -> tags.add(Tag.DIGITIZED);
            case OtherFact.DataReused reused -> tags.add(Tag.REUSED);
            case OtherFact.FeeRequested requested -> tags.add(Tag.FEE_REQUIRED);
            case OtherFact.FeePaid paid -> {
                tags.add(Tag.FEE_REQUIRED);
                if (paid.method() == PaymentMethod.ONLINE) tags.add(Tag.PAID_ONLINE);
            }
            case OtherFact.Forwarded forwarded -> {}
            case OtherFact.ResultIssued issued -> {
                if (issued.electronic()) tags.add(Tag.RESULT_ELECTRONIC);
            }
            case OtherFact.ResultDigitized digitized -> tags.add(Tag.RESULT_DIGITIZED);
            case OtherFact.ResultReturned returned -> {
                if (returned.channel() == Channel.POSTAL) tags.add(Tag.RETURNED_BY_POST);
            }
            case OtherFact.ApologyIssued apology -> readApology(entry);
            case OtherFact.Notified notified -> {}
            case OtherFact.SatisfactionRated rated -> {
                tags.add(Tag.RATED);
                lastRating = later(lastRating, entry);
            }
            case OtherFact.PortalStatusObserved observed -> {
                tags.add(Tag.PORTAL_OBSERVED);
                if (observed.synced()) tags.add(Tag.PORTAL_SYNCED);
            }
        }
    }

    /** Every apology is one; but one after the closing promises nothing. */
    private void readApology(OtherEntry entry) {
        tags.add(Tag.APOLOGISED);
        boolean afterClosing = dossier.closing()
                .map(closing -> entry.at().isAfter(closing.at()))
                .orElse(false);
        if (!afterClosing) lastPromise = later(lastPromise, entry);
    }

    private void readClosing(ClockEntry closing) {
        if (VietnamTime.date(closing.at()).equals(VietnamTime.date(dossier.receivedAt()))) tags.add(Tag.SAME_DAY);
        boolean late = ((Ruling.Closed) closing.ruling()).timeliness() == Timeliness.LATE;
        if (!late) tags.remove(Tag.APOLOGISED);
        if (late && lastPromise != null && keeps(closing, (OtherFact.ApologyIssued) lastPromise.fact()))
            tags.add(Tag.PROMISE_KEPT);
    }

    private static boolean keeps(ClockEntry closing, OtherFact.ApologyIssued apology) {
        return apology.promisedAt() != null && !closing.at().isAfter(apology.promisedAt());
    }

    private static OtherEntry later(@Nullable OtherEntry known, OtherEntry entry) {
        if (known == null) return entry;
        int order = entry.at().compareTo(known.at());
        return order > 0 || (order == 0 && entry.sequence() > known.sequence()) ? entry : known;
    }
}
