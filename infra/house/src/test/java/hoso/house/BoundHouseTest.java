package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code infra/run --bind 127.0.0.2 --port 0}: on that address alone, on a port of the system's choice. */
class BoundHouseTest {

    private static final String BOUND = "127.0.0.2";

    private static HouseFolder data;
    private static HouseProcess process;
    private static int port;

    @BeforeAll
    static void launch() throws Exception {
        data = HouseFolder.make();
        process = HouseProcess.launched(data.path(), "--bind", BOUND).started();
        port = process.base().getPort();
    }

    @AfterAll
    static void close() throws Exception {
        process.close();
        data.close();
    }

    @Test
    void it_says_where_it_serves_and_serves_there() throws Exception {
        var house = HouseClient.of(process, data.path());
        assertThat(process.base().getHost()).isEqualTo(BOUND);
        assertThat(port).isPositive();
        await().atMost(Duration.ofSeconds(60)).until(house::isReady);
    }

    @Test
    void nobody_answers_on_any_other_address_of_this_machine() throws Exception {
        for (InetAddress other : others())
            assertThatThrownBy(() -> connect(other)).as(other.toString()).isInstanceOf(ConnectException.class);
        connect(InetAddress.getByName(BOUND));
    }

    @Test
    void the_same_port_is_free_beside_it() throws Exception {
        try (var beside = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.3"))) {
            assertThat(beside.isBound()).isTrue();
        }
    }

    @Test
    void a_second_house_on_that_port_ends_with_one_line_and_leaves_nothing() throws Exception {
        Path elsewhere = data.path().resolveSibling(data.path().getFileName() + "-second");
        try (var second = HouseProcess.launched(elsewhere, "--bind", BOUND, "--port", "" + port)) {
            assertThat(second.exitCode()).isEqualTo(69);
            assertThat(second.log().lines())
                    .containsExactly("hoso: port " + port + " on " + BOUND + " is taken: choose another with --port");
        }
        assertThat(elsewhere).doesNotExist();
    }

    @Test
    void beyond_this_machine_it_needs_tls_and_says_so_in_one_line() throws Exception {
        try (var open = HouseFolder.make();
                var refused = HouseProcess.launched(open.path(), "--bind", "0.0.0.0")) {
            assertThat(refused.exitCode()).isEqualTo(69);
            assertThat(refused.log().lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line).startsWith("hoso: will not serve 0.0.0.0 without TLS: "));
            assertThat(open.postgresql()).isEmpty();
        }
    }

    private static List<InetAddress> others() throws Exception {
        InetAddress bound = InetAddress.getByName(BOUND);
        return Stream.concat(
                        Stream.of(InetAddress.getByName("127.0.0.3")),
                        NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses))
                .filter(address -> !address.equals(bound))
                .toList();
    }

    private static void connect(InetAddress address) throws Exception {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 5_000);
        }
    }
}
