package hoso.bench.rows;

import hoso.bench.house.LaunchedServer;
import hoso.bench.house.SingleSenders;
import hoso.bench.world.World;
import java.io.IOException;

/** Single events, once the JVM has compiled their way. */
final class Singles {

    static final int CONNECTIONS = 64;

    /** Sent before it is measured: for so long the JVM goes on compiling. */
    static final int WARM_UP = 200_000;

    private static final int WARM_UP_SECONDS = 120;

    /** Their dossiers are numbered apart from those of streams. */
    private static final long FROM = 50_000_000;

    private static final long DOSSIERS = 1_000_000;

    private Singles() {}

    static SingleSenders warm(Order order, LaunchedServer server) throws IOException {
        Progress.say("warming the server by single events on " + CONNECTIONS + " connections");
        var apart = new World(DOSSIERS, order.today(), FROM);
        var senders = new SingleSenders(server, apart, CONNECTIONS);
        senders.run(order.time(WARM_UP_SECONDS), WARM_UP);
        return senders;
    }
}
