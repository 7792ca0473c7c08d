-- How far the events have been published, a row for each topic and name of the store (see hoso.command.publish).

CREATE TABLE store.published (
    topic    text     NOT NULL,
    origin   text     NOT NULL,
    holder   bigint   NOT NULL,  -- counts who began to publish here: only the last of them moves the place
    position bigint   NOT NULL CHECK (position >= 0),  -- every event up to it was acknowledged
    leaf     bytea    NOT NULL CHECK (octet_length(leaf) = 32),  -- of the event at that position; zeros at 0
    topic_id text,               -- Kafka's own of the topic; another after the topic was lost and made anew
    offsets  bigint[] NOT NULL,  -- by partition: all of ours before them was seen to be in the store
    PRIMARY KEY (topic, origin)
) WITH (fillfactor = 50);  -- the place is moved some times a second, without touching the index

GRANT SELECT, INSERT, UPDATE ON store.published TO "${application}";
