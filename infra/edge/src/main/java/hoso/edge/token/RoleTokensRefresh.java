package hoso.edge.token;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the tokens of the roles at once, and looks at them daily in a process that runs longer than they live. */
final class RoleTokensRefresh implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RoleTokensRefresh.class);
    private static final int PERIOD_HOURS = 24;

    private final RoleTokens tokens;
    private final ScheduledExecutorService daily = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("role-tokens").factory());

    RoleTokensRefresh(RoleTokens tokens) {
        this.tokens = tokens;
        tokens.refresh();
        var _ = daily.scheduleAtFixedRate(this::refresh, PERIOD_HOURS, PERIOD_HOURS, TimeUnit.HOURS);
    }

    private void refresh() {
        try {
            tokens.refresh();
        } catch (RuntimeException failed) {
            LOG.warn("The tokens of the roles could not be renewed, tried again in a day", failed);
        }
    }

    @Override
    public void close() {
        daily.shutdownNow();
    }
}
