package hoso.query.feed.landing;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log of records that are left out, now and then: somebody may have filled a topic with them. */
final class LeftOut {

    private static final Logger LOG = LoggerFactory.getLogger(LeftOut.class);

    private static final long EVERY_NANOS = Duration.ofMinutes(1).toNanos();

    /** 0 for never. */
    private long told;

    void tell(ConsumerRecord<?, ?> record) {
        if (told != 0 && System.nanoTime() - told < EVERY_NANOS) return;
        told = System.nanoTime();
        LOG.warn(
                "left out, as no origin that is taken in from there has sent it: {} partition {} offset {}",
                record.topic(),
                record.partition(),
                record.offset());
    }
}
