package hoso.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void a_port_is_free_and_is_none_that_an_outgoing_connection_could_be_given() throws Exception {
        var outgoing = Files.readString(Path.of("/proc/sys/net/ipv4/ip_local_port_range"))
                .strip()
                .split("\\s+");
        for (int i = 0; i < 50; i++) {
            var port = Ports.free();
            assertThat(port).isLessThan(Math.max(Integer.parseInt(outgoing[0]), 16_432));
            assertThat(Ports.isFree(port)).isTrue();
        }
    }

    @Test
    void a_port_in_use_is_not_free() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThat(Ports.isFree(socket.getLocalPort())).isFalse();
        }
    }
}
