package hoso.edge.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.edge.wiring.Binding.RefusedBinding;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BindingTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.1.2.3", "192.168.1.1", "fe80::1"})
    void beyond_loopback_it_takes_tls_or_an_express_word(String address) throws IOException {
        var place = InetAddress.getByName(address);

        assertThatThrownBy(() -> Binding.check(place, false, false))
                .isInstanceOf(RefusedBinding.class)
                .hasMessageContaining("server.ssl")
                .hasMessageContaining(Binding.ALLOWED_BY);
        assertThatCode(() -> Binding.check(place, true, false)).doesNotThrowAnyException();
        assertThatCode(() -> Binding.check(place, false, true)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.10", "::1", "localhost"})
    void on_loopback_it_takes_neither(String address) throws IOException {
        var place = InetAddress.getByName(address);

        assertThatCode(() -> Binding.check(place, false, false)).doesNotThrowAnyException();
    }

    @Test
    void no_address_is_every_address() {
        assertThatThrownBy(() -> Binding.check(null, false, false)).hasMessageContaining("every address");
    }

    @Test
    void a_server_beyond_loopback_without_tls_does_not_start(@TempDir Path folder) {
        assertThatThrownBy(() -> new SampleServer(folder, "server.address=0.0.0.0"))
                .hasRootCauseInstanceOf(RefusedBinding.class);
    }

    @Test
    void a_server_is_on_loopback_where_nothing_is_said(@TempDir Path folder) throws IOException {
        try (var server = new SampleServer(folder)) {
            assertThat(server.address()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void a_server_beyond_loopback_starts_by_express_word(@TempDir Path folder) throws IOException {
        try (var server = new SampleServer(folder, "server.address=0.0.0.0", Binding.ALLOWED_BY + "=true")) {
            assertThat(server.get("/api/v1/whoami", "reader").status()).isEqualTo(200);
        }
    }

    @Test
    void a_server_beyond_loopback_starts_with_tls(@TempDir Path folder) throws Exception {
        var store = folder.resolve("tls.p12").toString();
        keytool(
                "-genkeypair",
                "-alias",
                "hoso",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-keystore",
                store,
                "-storepass",
                "changeit",
                "-storetype",
                "PKCS12");

        try (var server = new SampleServer(
                folder,
                "server.address=0.0.0.0",
                "server.ssl.key-store=" + store,
                "server.ssl.key-store-password=changeit")) {
            // plain text is not served
            assertThat(server.get("/api/v1/whoami", "reader").status()).isEqualTo(400);
        }
    }

    private static void keytool(String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
