package hoso.command.publish;

import hoso.edge.kafka.KeptTopic;
import java.util.concurrent.ExecutionException;

/** The topic that holds every event for ever. */
record EventTopic(PublishSettings settings) {

    /**
     * So many consumers may land events beside each other, and one writes 40,000/s; each partition costs the broker a flush
     * of what comes.
     */
    static final int PARTITIONS = 6;

    /**
     * A stored event has the 64 KiB of the one that was published at most, and two rulings of some 115 bytes for each of
     * 1,000 clock facts: 300 KiB. Kafka's own default is twice what is asked for here.
     */
    static final int EVENT_BYTES_MAX = 512 << 10;

    /**
     * Makes the topic, or sees that it keeps what it is given; answers with Kafka's id of it.
     *
     * @throws UnfitTopic where it would lose events, or their order
     */
    String ensure() throws ExecutionException, InterruptedException {
        try {
            return new KeptTopic(settings.topic(), PARTITIONS, EVENT_BYTES_MAX, settings.client()).ensure();
        } catch (KeptTopic.Unfit unfit) {
            throw new UnfitTopic(String.valueOf(unfit.getMessage()));
        }
    }
}
