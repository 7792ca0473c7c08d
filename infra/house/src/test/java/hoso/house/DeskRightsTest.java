package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Role;
import hoso.edge.Scope;
import hoso.house.DeskClient.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may what at the desk: role × page × unit. A page that is added fails here until it is listed. */
@InSharedHouse
class DeskRightsTest {

    /**
     * What each role is answered, {@code none} being somebody who has no scope, by the units they hold (see
     * {@link DeskHolders}). Several pages of one rule share a row, as do several holders; {@code any} are all that ask about
     * what there is.
     */
    private static final String MATRIX = """
            page                                               | units                | publisher registrar reader auditor monitor admin none
            GET /                                              | any                  | 200 200 303 303 200 303 200
            GET /vao                                           | any                  | 200 200 200 200 200 200 200
            GET /ngon-ngu                                      | any                  | 303 303 303 303 303 303 303
            GET /favicon.ico                                   | any                  | 302 302 302 302 302 302 302
            GET /tinh/{hash}/{name}                            | any                  | 200 200 200 200 200 200 200
            POST /ra                                           | any                  | 303 303 303 303 303 303 303
            GET /don-vi                                        | any                  | 403 403 200 200 403 200 403
            GET /bao-cao                                       | all own              | 403 403 200 200 403 200 403
            GET /bao-cao                                       | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /bao-cao                                       | unknown              | 403 403 404 404 403 404 403
            GET /bao-cao/ho-so                                 | all own              | 403 403 200 200 403 200 403
            GET /bao-cao/ho-so                                 | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /bao-cao/ho-so                                 | unknown              | 403 403 404 404 403 404 403
            GET /bao-cao/xu-huong                              | all own              | 403 403 200 200 403 200 403
            GET /bao-cao/xu-huong                              | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /bao-cao/xu-huong                              | unknown              | 403 403 404 404 403 404 403
            POST /bao-cao/chot                                 | all own              | 403 403 403 403 403 303 403
            POST /bao-cao/chot                                 | foreign no elsewhere | 403 403 403 403 403 403 403
            POST /bao-cao/chot                                 | unknown              | 403 403 403 403 403 404 403
            GET /ho-so                                         | any                  | 403 403 403 200 403 200 403
            GET /ho-so/{id}                                    | all own              | 403 403 403 200 403 200 403
            GET /ho-so/{id}                                    | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /ho-so/{id}                                    | unknown              | 403 403 403 404 403 404 403
            GET /ho-so/{id}/gia-dinh                           | all own              | 403 403 403 200 403 200 403
            GET /ho-so/{id}/gia-dinh                           | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /ho-so/{id}/gia-dinh                           | unknown              | 403 403 403 404 403 404 403
            GET /ho-so/{id}/tung-ngay                          | all own              | 403 403 403 200 403 200 403
            GET /ho-so/{id}/tung-ngay                          | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /ho-so/{id}/tung-ngay                          | unknown              | 403 403 403 404 403 404 403
            GET /ho-so/{id}/chung-cu                           | all own              | 403 403 403 200 403 200 403
            GET /ho-so/{id}/chung-cu                           | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /ho-so/{id}/chung-cu                           | unknown              | 403 403 403 404 403 404 403
            GET /da-chot                                       | any                  | 403 403 200 200 403 200 403
            GET /da-chot/{id}                                  | all own              | 403 403 200 200 403 200 403
            GET /da-chot/{id}                                  | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /da-chot/{id}                                  | unknown              | 403 403 404 404 403 404 403
            GET /da-chot/{id} .csv,.docx,.xlsx                 | own                  | 403 403 200 200 403 200 403
            GET /da-chot/{id} .csv,.docx,.xlsx                 | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /da-chot/{id} .csv,.docx,.xlsx                 | unknown              | 403 403 404 404 403 404 403
            GET /da-chot/{id}/so-sanh                          | all own              | 403 403 200 200 403 200 403
            GET /da-chot/{id}/so-sanh                          | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /da-chot/{id}/so-sanh                          | unknown              | 403 403 404 404 403 404 403
            POST /da-chot/{id}/ky                              | foreign no elsewhere | 403 403 403 403 403 403 403
            POST /da-chot/{id}/ky                              | unknown              | 403 403 403 403 403 404 403
            POST /da-chot/{id}/ky                              | all own              | 403 403 403 403 403 303 403
            GET /da-chot/{id}/dung-lai                         | any unknown elsewhere| 403 403 403 200 403 200 403
            GET /viec han-1,han-3,han-5,qua-han                | all own              | 403 403 200 200 403 200 403
            GET /viec han-1,han-3,han-5,qua-han                | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /viec han-1,han-3,han-5,qua-han                | unknown              | 403 403 404 404 403 404 403
            GET /viec xin-loi,hen,lo-hen,cong                  | all own              | 403 403 403 200 403 200 403
            GET /viec xin-loi,hen,lo-hen,cong                  | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /viec xin-loi,hen,lo-hen,cong                  | unknown              | 403 403 403 404 403 404 403
            GET /viec.xlsx han-1,han-3,han-5,qua-han           | all own              | 403 403 200 200 403 200 403
            GET /viec.xlsx han-1,han-3,han-5,qua-han           | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /viec.xlsx han-1,han-3,han-5,qua-han           | unknown              | 403 403 404 404 403 404 403
            GET /viec.xlsx xin-loi,hen,lo-hen,cong             | all own              | 403 403 403 200 403 200 403
            GET /viec.xlsx xin-loi,hen,lo-hen,cong             | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /viec.xlsx xin-loi,hen,lo-hen,cong             | unknown              | 403 403 403 404 403 404 403
            GET /lich                                          | any                  | 403 403 200 200 403 200 403
            POST /lich xem                                     | all                  | 403 403 403 403 403 200 403
            POST /lich xem                                     | own foreign no       | 403 403 403 403 403 403 403
            POST /lich gui                                     | all                  | 403 303 403 403 403 303 403
            POST /lich gui                                     | own foreign no       | 403 403 403 403 403 403 403
            GET /lich/anh-huong                                | any                  | 403 403 200 200 403 200 403
            POST /lich/anh-huong                               | any                  | 403 403 403 403 403 200 403
            POST /lich/tinh-lai                                | any                  | 403 403 403 403 403 200 403
            GET /nhap/{id}/{kind} dinh-chinh,huy,ket-luan      | all own              | 403 403 403 403 403 200 403
            GET /nhap/{id}/{kind} dinh-chinh,huy,ket-luan      | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /nhap/{id}/{kind} dinh-chinh,huy,ket-luan      | unknown              | 403 403 403 403 403 404 403
            POST /nhap/{id}/{kind} dinh-chinh,huy,ket-luan     | all own              | 403 403 403 403 403 200 403
            POST /nhap/{id}/{kind} dinh-chinh,huy,ket-luan     | foreign no elsewhere | 403 403 403 403 403 403 403
            POST /nhap/{id}/{kind} dinh-chinh,huy,ket-luan     | unknown              | 403 403 403 403 403 404 403
            POST /nhap/{id}/{kind} dinh-chinh!,huy!,ket-luan!  | all own              | 403 403 403 403 403 303 403
            POST /nhap/{id}/{kind} dinh-chinh!,huy!,ket-luan!  | foreign no elsewhere | 403 403 403 403 403 403 403
            POST /nhap/{id}/{kind} dinh-chinh!,huy!,ket-luan!  | unknown              | 403 403 403 403 403 404 403
            GET /may                                           | any                  | 403 403 403 403 403 200 403
            """;

    /** Likewise, of who is registrar and auditor at once: who enters something sees what it is about. */
    private static final String MATRIX_OF_BOTH = """
            page                                               | units                | registrar and auditor
            GET /nhap/{id}/{kind} dinh-chinh,huy,ket-luan      | all own              | 200
            GET /nhap/{id}/{kind} dinh-chinh,huy,ket-luan      | foreign no elsewhere | 403
            GET /nhap/{id}/{kind} dinh-chinh,huy,ket-luan      | unknown              | 404
            POST /nhap/{id}/{kind} dinh-chinh,huy,ket-luan     | all own              | 200
            POST /nhap/{id}/{kind} dinh-chinh,huy,ket-luan     | foreign no elsewhere | 403
            POST /nhap/{id}/{kind} dinh-chinh,huy,ket-luan     | unknown              | 404
            POST /nhap/{id}/{kind} dinh-chinh!,huy!,ket-luan!  | all own              | 303
            POST /nhap/{id}/{kind} dinh-chinh!,huy!,ket-luan!  | foreign no elsewhere | 403
            POST /nhap/{id}/{kind} dinh-chinh!,huy!,ket-luan!  | unknown              | 404
            GET /ho-so/{id}                                    | all own              | 200
            GET /ho-so/{id}                                    | foreign no elsewhere | 403
            POST /bao-cao/chot                                 | all own              | 403
            POST /da-chot/{id}/ky                              | all own              | 403
            GET /lich                                          | any                  | 200
            POST /lich xem                                     | all                  | 200
            POST /lich xem                                     | own foreign no       | 403
            POST /lich gui                                     | all                  | 303
            POST /lich gui                                     | own foreign no       | 403
            POST /lich/tinh-lai                                | any                  | 403
            GET /may                                           | any                  | 403
            """;

    private static Wire wire;
    private static DeskHolders holders;

    /**
     * @param kinds of what is asked there; one empty text where it is one thing alone
     * @param holders scopes, in the order of what is expected
     * @param expected statuses
     */
    record Row(String page, List<String> kinds, List<String> units, List<Set<Scope>> holders, String expected) {

        static Row of(String line, List<Set<Scope>> holders) {
            String[] columns = line.split("\\|");
            String[] words = columns[0].strip().split(" ");
            List<String> units = Arrays.stream(columns[1].strip().split(" "))
                    .flatMap(each -> each.equals("any") ? Stream.of("all", "own", "foreign", "no") : Stream.of(each))
                    .toList();
            return new Row(
                    words[0] + " " + words[1],
                    words.length > 2 ? List.of(words[2].split(",")) : List.of(""),
                    units,
                    holders,
                    columns[2].strip());
        }
    }

    static Stream<Row> rows() {
        List<Set<Scope>> roles = Stream.concat(
                        Arrays.stream(Role.values()).map(Role::scopes), Stream.of(DeskHolders.NONE))
                .toList();
        return Stream.concat(
                MATRIX.lines().skip(1).map(line -> Row.of(line, roles)),
                MATRIX_OF_BOTH.lines().skip(1).map(line -> Row.of(line, List.of(DeskHolders.BOTH))));
    }

    @BeforeAll
    static void found() {
        wire = new Wire(SharedHouse.house());
        holders = new DeskHolders("DR");
    }

    @Test
    void every_page_is_listed() {
        Set<String> listed = new TreeSet<>(rows().map(Row::page).toList());
        assertThat(listed).isEqualTo(Endpoints.pages(SharedHouse.house()));
    }

    @Test
    void every_list_of_work_is_listed() {
        Set<String> offered = new TreeSet<>(
                DeskClient.found("[?&;]viec=([a-z0-9-]+)", holders.get(Role.ADMIN.scopes(), "own", "GET /viec han-3")));
        for (String page : List.of("GET /viec", "GET /viec.xlsx"))
            assertThat(new TreeSet<>(rows().filter(row -> row.page().equals(page))
                            .flatMap(row -> row.kinds().stream())
                            .toList()))
                    .isEqualTo(offered);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void is_answered_as_listed_and_changes_nothing_where_it_is_refused(Row row) {
        for (String kind : row.kinds())
            for (String holder : row.units()) {
                List<String> statuses = new ArrayList<>();
                for (Set<Scope> scopes : row.holders()) {
                    boolean changes = row.page().startsWith("POST");
                    String before = changes ? everything() : "";
                    Page page = holders.ask(row.page(), kind, holder, holders.browser(scopes, holder, row.page()));
                    statuses.add("" + page.status());
                    if (page.status() < 400) continue;
                    assertThat(page.isPage()).as(page.body()).isTrue();
                    assertThat(page.body()).contains("<code>" + page.status() + " ");
                    if (changes)
                        assertThat(everything()).as("%s %s", row, scopes).isEqualTo(before);
                }
                assertThat(String.join(" ", statuses))
                        .as("%s %s of %s", row.page(), kind, holder)
                        .isEqualTo(row.expected());
            }
    }

    /** What is stored, and what is frozen and signed. */
    private static String everything() {
        String head = wire.get("/api/v1/status", wire.admin())
                .isOk()
                .json()
                .get("head")
                .asString();
        return head + wire.get("/api/v1/snapshots/chain", wire.admin()).isOk().body();
    }

    // the replay, which is answered before it is refused

    @Test
    void a_replay_that_is_refused_is_told_by_a_problem_and_nothing_else() {
        for (Set<Scope> scopes : List.of(Role.AUDITOR.scopes(), Role.ADMIN.scopes())) {
            for (String holder : List.of("foreign", "no", "elsewhere")) {
                String stream = holders.get(scopes, holder, "GET /da-chot/{id}/dung-lai");
                assertThat(events(stream)).as(stream).containsExactly("problem");
                assertThat(stream)
                        .contains("Không có quyền", "403 forbidden")
                        .doesNotContain(holders.province().communeA());
            }
            String stream = holders.get(scopes, "unknown", "GET /da-chot/{id}/dung-lai");
            assertThat(events(stream)).as(stream).containsExactly("problem");
            assertThat(stream).contains("404 not-found");
        }
    }

    @Test
    void a_replay_that_is_not_refused_ends_with_its_outcome() {
        for (String holder : List.of("all", "own")) {
            String stream = holders.get(Role.AUDITOR.scopes(), holder, "GET /da-chot/{id}/dung-lai");
            assertThat(events(stream)).as(stream).endsWith("outcome").doesNotContain("problem");
            assertThat(stream).contains("Khớp.");
        }
    }

    private static List<String> events(String stream) {
        return DeskClient.found("(?m)^event: (\\w+)$", stream);
    }
}
