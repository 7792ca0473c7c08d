package hoso.query.wiring;

import hoso.edge.status.StatusPart;
import hoso.query.feed.landing.LandingConsumer;

/** Shows in the status what this program lands, and why it waits where it does. */
record LandingStatusPart(LandingConsumer consumer) implements StatusPart {

    @Override
    public String name() {
        return "landing";
    }

    @Override
    public Object value() {
        return consumer.status();
    }
}
