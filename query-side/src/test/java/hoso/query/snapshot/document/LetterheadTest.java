package hoso.query.snapshot.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nghị định 30/2020/NĐ-CP, Phụ lục I. */
class LetterheadTest {

    @Test
    void a_peoples_committee_of_any_level_heads_alone() {
        assertThat(head("Tỉnh Đồng Tháp", "Cả nước"))
                .containsExactly("ỦY BAN NHÂN DÂN", "TỈNH ĐỒNG THÁP", "Đồng Tháp", "/BC-UBND");
        assertThat(head("Ủy ban nhân dân thành phố Sa Đéc", "Tỉnh Đồng Tháp"))
                .containsExactly("ỦY BAN NHÂN DÂN", "THÀNH PHỐ SA ĐÉC", "Sa Đéc", "/BC-UBND");
        assertThat(head("xã Tịnh Thới", "Ủy ban nhân dân thành phố Cao Lãnh", "Tỉnh Đồng Tháp"))
                .containsExactly("ỦY BAN NHÂN DÂN", "XÃ TỊNH THỚI", "Tịnh Thới", "/BC-UBND");
    }

    @Test
    void a_department_stands_below_the_committee_that_directs_it_and_signs_where_that_does() {
        assertThat(head("Sở Kế hoạch và Đầu tư", "Tỉnh Đồng Tháp"))
                .containsExactly("UBND TỈNH ĐỒNG THÁP", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "Đồng Tháp", "/BC-SKHĐT");
        assertThat(head("Phòng Tư pháp", "Ủy ban nhân dân huyện Trà Cú", "Tỉnh Trà Vinh"))
                .containsExactly("UBND HUYỆN TRÀ CÚ", "PHÒNG TƯ PHÁP", "Trà Cú", "/BC-PTP");
    }

    @Test
    void a_desk_stands_below_its_own_office() {
        assertThat(head("Bộ phận Một cửa", "Sở Nội vụ", "Tỉnh Đồng Tháp"))
                .containsExactly("SỞ NỘI VỤ", "BỘ PHẬN MỘT CỬA", "Đồng Tháp", "/BC-BPMC");
    }

    @Test
    void a_ministry_heads_alone_and_what_it_directs_stands_below_it() {
        assertThat(head("Bộ Tư pháp", "Chính phủ")).containsExactly("BỘ TƯ PHÁP", "..............", "/BC-BTP");
        assertThat(head("Cục Bổ trợ tư pháp", "Bộ Tư pháp"))
                .containsExactly("BỘ TƯ PHÁP", "CỤC BỔ TRỢ TƯ PHÁP", "..............", "/BC-CBTTP");
    }

    @Test
    void an_area_with_a_number_or_a_person_for_a_name_is_called_in_full() {
        assertThat(head("Ủy ban nhân dân Phường 1"))
                .containsExactly("ỦY BAN NHÂN DÂN", "PHƯỜNG 1", "Phường 1", "/BC-UBND");
        assertThat(Office.of("phường 1").reach()).isEqualTo("trên địa bàn Phường 1");
        assertThat(Office.of("Thành phố Hồ Chí Minh").place()).contains("Thành phố Hồ Chí Minh");
        assertThat(Office.of("Thành phố Huế").reach()).isEqualTo("trên địa bàn thành phố Huế");
    }

    @Test
    void an_office_that_signs_for_a_province_stands_below_its_committee() {
        Office province = Office.of("Tỉnh Quảng Ngãi");
        var letterhead = new Letterhead(province, new Office("Văn phòng Ủy ban nhân dân tỉnh"), List.of());

        assertThat(letterhead.superior().map(Office::inShort)).contains("UBND TỈNH QUẢNG NGÃI");
        assertThat(letterhead.place()).isEqualTo("Quảng Ngãi");
    }

    /** The lines of the heading, the place, and what follows the number. */
    private static List<String> head(String unit, String... above) {
        Office office = Office.of(unit);
        var letterhead =
                new Letterhead(office, office, Stream.of(above).map(Office::of).toList());
        return Stream.of(
                        letterhead.superior().map(Office::inShort).stream(),
                        office.inCapitals().stream(),
                        Stream.of(letterhead.place(), office.symbol()))
                .flatMap(lines -> lines)
                .toList();
    }
}
