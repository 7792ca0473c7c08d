package hoso.postgres;

import hoso.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who the server runs as. PostgreSQL refuses root, so root hands it to a user without any right: {@code hoso} where the
 * machine has one, else the overflow user 65534 that every Linux reserves. No capability goes with it:
 * with {@code dac_read_search}, say, SQL could read {@code /etc/shadow}.
 */
record ServerUser(int uid, int gid, boolean switched) {

    private static final int ROOT = 0;
    private static final int NOBODY = 65_534;
    private static final Path HERE = Path.of("/");
    private static final Duration LOOKUP = Duration.ofSeconds(10);

    /** The user of this process, or the one root hands over to; a cluster that is there already keeps its owner. */
    static ServerUser choose(Path cluster) throws IOException {
        var self = Path.of("/proc/self");
        int uid = id(self, "uid");
        if (uid != ROOT) {
            return new ServerUser(uid, id(self, "gid"), false);
        }
        if (Files.exists(cluster) && id(cluster, "uid") != ROOT) {
            return new ServerUser(id(cluster, "uid"), id(cluster, "gid"), true);
        }
        return named("hoso").orElse(new ServerUser(NOBODY, NOBODY, true));
    }

    private static Optional<ServerUser> named(String name) {
        var user = Command.run(List.of("id", "-u", name), HERE, LOOKUP);
        var group = Command.run(List.of("id", "-g", name), HERE, LOOKUP);
        return user.succeeded() && group.succeeded()
                ? Optional.of(new ServerUser(Integer.parseInt(user.output()), Integer.parseInt(group.output()), true))
                : Optional.empty();
    }

    static int id(Path path, String kind) throws IOException {
        return (int) Files.getAttribute(path, "unix:" + kind);
    }

    /** The command line that runs {@code program} as this user; setpriv replaces itself, so the process id stays. */
    List<String> line(List<String> program) {
        if (!switched) {
            return program;
        }
        var line = new ArrayList<>(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid));
        line.addAll(List.of("--clear-groups", "--inh-caps=-all", "--no-new-privs", "--"));
        line.addAll(program);
        return line;
    }

    void own(Path path) throws IOException {
        if (switched) {
            Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** The topmost folder on the way to {@code folder} that this user may not search: the kernel itself is asked. */
    Optional<Path> barredFrom(Path folder) {
        if (!switched) {
            return Optional.empty();
        }
        var ask = new ArrayList<>(
                List.of("sh", "-c", "for f do [ -x \"$f\" ] || { printf %s \"$f\"; exit 1; }; done", "sh"));
        var from = ask.size();
        for (var each = folder; each != null; each = each.getParent()) {
            ask.add(from, each.toString());
        }
        var answer = Command.run(line(ask), HERE, LOOKUP);
        return answer.succeeded() ? Optional.empty() : Optional.of(Path.of(answer.output()));
    }
}
