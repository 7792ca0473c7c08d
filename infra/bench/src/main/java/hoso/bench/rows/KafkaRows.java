package hoso.bench.rows;

import hoso.bench.table.Table;

/** What goes in and out over Kafka. */
public final class KafkaRows {

    private KafkaRows() {}

    public static void run(Order order, Table table) throws Exception {
        if (order.wants("inbound")) InboundRow.run(order, table);
        if (order.wants("outbound") || order.wants("landing")) TopicRows.run(order, table);
        if (order.wants("lag")) LagRow.run(order, table);
    }
}
