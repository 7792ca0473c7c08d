package hoso.edge.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SeldomTest {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void it_is_not_found_out_again_too_soon() {
        var seldom = new Seldom<>(Duration.ofHours(1), asked::incrementAndGet);
        assertThat(asked).as("nobody has asked").hasValue(0);
        assertThat(seldom.value()).isEqualTo(1);
        assertThat(seldom.value()).isEqualTo(1);
    }

    @Test
    void it_is_found_out_anew_when_it_is_old() {
        var seldom = new Seldom<>(Duration.ZERO, asked::incrementAndGet);
        assertThat(seldom.value()).isEqualTo(1);
        assertThat(seldom.value()).isEqualTo(2);
    }
}
