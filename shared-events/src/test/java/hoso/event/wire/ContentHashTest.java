package hoso.event.wire;

import static hoso.event.wire.Samples.object;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.ContentHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tells a repeat from another event: type, instant, and the data as JSON values without free text. */
class ContentHashTest {

    private static final String PAID = "dossier.fee-paid";
    private static final String FEE = "{'amount':50000,'method':'ONLINE'}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // the order of properties, white space and escapes
                "dossier.fee-paid  | {'amount':50000,'method':'ONLINE'} | { 'method':'ONLINE' , 'amount':50000 }",
                "dossier.fee-paid  | {'amount':50000,'method':'ONLINE'} | {'amount':50000,'m\\u0065thod':'\\u004fNLINE'}",
                // one number however it is written
                "dossier.fee-paid  | {'amount':50000,'method':'ONLINE'} | {'amount':50000.0,'method':'ONLINE'}",
                "dossier.fee-paid  | {'amount':50000,'method':'ONLINE'} | {'amount':5e4,'method':'ONLINE'}",
                "dossier.fee-paid  | {'amount':50000,'method':'ONLINE'} | {'amount':500000E-1,'method':'ONLINE'}",
                // free text, at every depth
                "dossier.declined  | {'reason':'a'} | {'reason':'b'}",
                "dossier.withdrawn | {'reason':'a'} | {}",
                "dossier.forwarded | {'holder':'H','step':'a'} | {'holder':'H','step':'b'}",
                "dossier.disputed  | {'claim':'a'}  | {'claim':'b'}",
                "dossier.corrected | {'corrects':{'source':'s','id':'i'},'data':{'reason':'a'},'reason':'x','authority':'q'} | {'corrects':{'id':'i','source':'s'},'data':{'reason':'b'},'reason':'y','authority':'q'}",
                "dossier.corrected | {'corrects':{'source':'s','id':'i'},'data':{'amount':1},'reason':'x','authority':'q'} | {'corrects':{'source':'s','id':'i'},'data':{'amount':1.00},'reason':'x','authority':'q'}",
            })
    void is_the_same(String type, String left, String right) {
        assertThat(hash(type, left)).isEqualTo(hash(type, right));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "dossier.fee-paid  | {'amount':50000,'method':'ONLINE'} | {'amount':50001,'method':'ONLINE'}",
                "dossier.fee-paid  | {'amount':50000,'method':'ONLINE'} | {'amount':50000,'method':'COUNTER'}",
                "dossier.fee-paid  | {'amount':50000,'method':'ONLINE'} | {'amount':50000,'method':'ONLINE','transactionId':'1'}",
                "dossier.resumed   | {'since':'2024-03-01T08:00:00+07:00'} | {}",
                // strings in the data are compared as strings, also where they are times
                "dossier.resumed   | {'since':'2024-03-01T08:00:00+07:00'} | {'since':'2024-03-01T01:00:00Z'}",
                "dossier.resumed   | {'since':'2024-03-01T08:00:00Z'} | {'since':'2024-03-01T08:00:00.0Z'}",
                // what must be an upper-case letter is one, and the order of a list is its meaning
                "calendar.published | {'holidays':['2024-01-01','2024-01-02'],'makeUpDays':[]} | {'holidays':['2024-01-02','2024-01-01'],'makeUpDays':[]}",
                "dossier.corrected | {'corrects':{'source':'s','id':'i'},'data':{'amount':1},'reason':'x','authority':'q'} | {'corrects':{'source':'s','id':'i'},'data':{'amount':2},'reason':'x','authority':'q'}",
                "dossier.corrected | {'corrects':{'source':'s','id':'i'},'data':{'a':1e30},'reason':'x','authority':'q'} | {'corrects':{'source':'s','id':'i'},'data':{'a':1e31},'reason':'x','authority':'q'}",
            })
    void is_another(String type, String left, String right) {
        assertThat(hash(type, left)).isNotEqualTo(hash(type, right));
    }

    @Test
    void the_offset_of_the_time_is_no_part_of_it_and_the_instant_is() {
        var local = Samples.event("hoso." + PAID + ".v1", object(FEE)).put("time", "2024-03-04T08:00:00+07:00");
        var utc = local.deepCopy().put("time", "2024-03-04T01:00:00.000Z");
        var later = local.deepCopy().put("time", "2024-03-04T08:00:00.000001+07:00");

        assertThat(hash(utc.toString())).isEqualTo(hash(local.toString()));
        assertThat(hash(later.toString())).isNotEqualTo(hash(local.toString()));
    }

    @Test
    void the_type_is_part_of_it() {
        assertThat(hash("dossier.components-digitized", "{}")).isNotEqualTo(hash("dossier.data-reused", "{}"));
    }

    @Test
    void absent_data_is_empty_data() {
        var empty = Samples.event("hoso.dossier.data-reused.v1", object("{}"));

        assertThat(hash(empty.deepCopy().without("data").toString())).isEqualTo(hash(empty.toString()));
    }

    @Test
    void whatever_stands_around_the_data_is_no_part_of_it() {
        var event = Samples.event("hoso." + PAID + ".v1", object(FEE));
        var extended = event.deepCopy().put("traceparent", "x").put("datacontenttype", "application/json");

        assertThat(hash(extended.toString())).isEqualTo(hash(event.toString()));
    }

    @Test
    void it_is_128_bits_of_sha_256_fixed_for_ever() {
        // The first 16 bytes of `printf 'hoso.dossier.fee-paid.v1\n2024-03-04T01:00:00Z\n{…}' | sha256sum`.
        var event = Samples.event("hoso." + PAID + ".v1", object(FEE)).put("time", "2024-03-04T08:00:00+07:00");

        assertThat(hash(event.toString())).isEqualTo(new ContentHash(0x73b4f988342f4247L, 0x701ec3aabb05e3b8L));
    }

    private static ContentHash hash(String type, String data) {
        // The data as it was written: reading it into a tree would already make one of 1 and 1.0.
        String event = "{'specversion':'1.0','id':'e','source':'s','type':'hoso." + type + ".v1','subject':'"
                + (type.startsWith("calendar") ? "2024" : "D") + "','time':'2024-03-04T08:00:00+07:00','data':" + data
                + "}";
        return hash(event.replace('\'', '"'));
    }

    private static ContentHash hash(String event) {
        return CloudEventReader.read(StrictJson.read(event.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .statement()
                .content();
    }
}
