package hoso.query.audit.gap;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.audit.gap.PublisherSilence.Silence;
import hoso.query.books.publisher.Stretch;
import hoso.vocabulary.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PublisherAccountTest {

    /** A Monday, 9:00; work is from 7:30 to 11:30 and from 13:00 to 17:00. */
    private static final Instant MONDAY = Instant.parse("2024-03-04T02:00:00Z");

    private static final Duration STANDARD_DAY = Duration.ofHours(8);

    @Test
    void is_silent_after_more_working_time_than_it_may_be() {
        PublisherAccount account = account(stretch(1, MONDAY, MONDAY));
        Instant tuesday = MONDAY.plus(Duration.ofDays(1));
        assertThat(account.at(tuesday, STANDARD_DAY).since()).isEqualTo(STANDARD_DAY);
        assertThat(account.at(tuesday, STANDARD_DAY).silent()).isFalse();
        assertThat(account.at(tuesday.plusSeconds(1), STANDARD_DAY).silent()).isTrue();
        assertThat(account.at(MONDAY.minusSeconds(1), STANDARD_DAY).since()).isZero();
    }

    @Test
    void a_weekend_is_no_silence() {
        Instant friday = Instant.parse("2024-03-08T10:00:00Z");
        PublisherSilence monday =
                account(stretch(1, friday, friday)).at(friday.plus(Duration.ofDays(2)), Duration.ofHours(1));
        assertThat(monday.silent()).isFalse();
        assertThat(monday.longest()).isEmpty();
    }

    @Test
    void the_longest_silence_is_the_one_with_the_most_working_time() {
        Instant wednesday = MONDAY.plus(Duration.ofDays(2));
        Instant nextMonday = MONDAY.plus(Duration.ofDays(7));
        PublisherSilence told = account(
                        stretch(1, MONDAY, MONDAY.plusSeconds(60)),
                        stretch(5, wednesday, wednesday.plus(Duration.ofDays(2))),
                        stretch(9, nextMonday, nextMonday))
                .at(nextMonday, STANDARD_DAY);
        assertThat(told.longest())
                .contains(new Silence(
                        MONDAY.plusSeconds(60), wednesday, Duration.ofHours(16).minusSeconds(60)));
        assertThat(told.events()).isEqualTo(6);
        assertThat(told.firstPosition()).isEqualTo(1);
        assertThat(told.lastPosition()).isEqualTo(10);
        assertThat(told.firstAt()).isEqualTo(MONDAY);
        assertThat(told.lastAt()).isEqualTo(nextMonday);
    }

    @Test
    void between_stretches_that_overlap_there_is_no_silence() {
        Instant wednesday = MONDAY.plus(Duration.ofDays(2));
        PublisherSilence told = account(
                        stretch(1, MONDAY, wednesday), stretch(3, MONDAY.plusSeconds(1), MONDAY.plusSeconds(2)))
                .at(wednesday, STANDARD_DAY);
        assertThat(told.longest()).isEmpty();
        assertThat(told.lastAt()).isEqualTo(wednesday);
    }

    private static PublisherAccount account(Stretch... stretches) {
        var account = new PublisherAccount(WorkingCalendar.unpublished(), stretches[0]);
        for (Stretch stretch : stretches) account.add(stretch);
        return account;
    }

    /** Of two events. */
    private static Stretch stretch(long first, Instant from, Instant to) {
        return new Stretch("", "office", "urn:office", 2, first, first + 1, from, to);
    }
}
