package hoso.event.wire;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.event.UnfitData;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts how data of the wrong shape is refused. */
final class Unfit {

    private Unfit() {}

    static void assertMalformed(String what, ThrowingCallable reading) {
        assertRefused("malformed", what, reading);
    }

    static void assertRefused(String code, String what, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .as(what)
                .isInstanceOfSatisfying(
                        UnfitData.class,
                        unfit -> org.assertj.core.api.Assertions.assertThat(unfit.code())
                                .as(what + ": " + unfit.getMessage())
                                .isEqualTo(code));
    }
}
