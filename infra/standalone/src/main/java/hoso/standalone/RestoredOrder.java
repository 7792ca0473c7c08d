package hoso.standalone;

import hoso.standalone.launch.Options;
import java.io.PrintStream;
import java.time.Duration;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Tells a running command side that what was seen of its store and is not there is lost. */
final class RestoredOrder {

    /** A minute longer than it waits itself for all that has seen its store. */
    private static final Duration PATIENCE = Duration.ofMinutes(31);

    private RestoredOrder() {}

    /** One line for the person at the terminal, and before that another, why it may take long. */
    static String send(Options.Restored order, PrintStream progress) throws InterruptedException {
        OptionalLong lostUpTo = order.lostUpTo();
        progress.println(
                "All that has seen the store is asked first: a topic of ten million events takes some minutes / "
                        + "Hỏi mọi nơi đã thấy kho trước: chủ đề mười triệu sự kiện mất vài phút …");
        JsonNode said = new AdminOrder(order.data(), order.address(), PATIENCE)
                .post("restored", lostUpTo.isPresent() ? "{\"lostUpTo\":" + lostUpTo.getAsLong() + "}" : "{}");
        long lostTo = said.path("lostTo").asLong();
        return "incarnation %d: positions %d to %d are declared as lost, the next event gets position %d"
                .formatted(said.path("number").asInt(), said.path("lostFrom").asLong(), lostTo, lostTo + 1);
    }
}
