package hoso.testkit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void each_is_empty_and_apart_from_the_others_on_one_server() throws Exception {
        try (var one = TestDatabase.fresh();
                var other = TestDatabase.fresh();
                var first = one.connectAs(one.owner());
                var second = other.connectAs(other.owner())) {
            first.createStatement().execute("CREATE TABLE event (position bigint)");
            second.createStatement().execute("CREATE TABLE event (position bigint)");
            assertThat(one.jdbcUrl()).isNotEqualTo(other.jdbcUrl());
        }
    }

    @Test
    void a_closed_one_is_gone_although_someone_is_connected() throws Exception {
        var database = TestDatabase.fresh();
        try (var connection = database.connect()) {
            assertThat(connection.isValid(1)).isTrue();
            database.close();
            assertThatThrownBy(database::connect)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("does not exist");
        }
    }
}
