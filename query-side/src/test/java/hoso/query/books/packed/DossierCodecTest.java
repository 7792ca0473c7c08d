package hoso.query.books.packed;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.history.DossierHistory;
import hoso.query.log.FabricatedLog;
import hoso.query.log.PlainLedger;
import hoso.query.log.WildWorld;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DossierCodecTest {

    @Test
    void the_unknown_dossier_comes_back() {
        assertThat(again(DossierHistory.UNKNOWN)).isEqualTo(DossierHistory.UNKNOWN);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23})
    void any_dossier_comes_back_as_it_was(long seed) {
        var log = new FabricatedLog();
        new WildWorld(seed, log, List.of("H1", "H2")).events(2_000, 100);
        assertThat(new PlainLedger(log.rows()).dossiers(log.head()).values())
                .hasSizeGreaterThan(50)
                .allSatisfy(dossier -> assertThat(again(dossier)).isEqualTo(dossier));
    }

    private static DossierHistory again(DossierHistory dossier) {
        var packer = new Packer();
        DossierCodec.write(packer, dossier);
        return DossierCodec.read(packer.bytes());
    }
}
