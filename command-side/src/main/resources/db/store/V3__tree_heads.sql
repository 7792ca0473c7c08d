-- The signed heads of the Merkle tree over the events (see hoso.command.treehead), and what the store has been through.

-- A store that was restored to an earlier point goes on as its next incarnation, above every position that was ever seen;
-- those in between are declared as lost.
CREATE TABLE store.incarnation (
    number         integer     PRIMARY KEY CHECK (number > 0),
    first_position bigint      NOT NULL CHECK (first_position > 0),
    lost_from      bigint,
    lost_to        bigint,
    opened_at      timestamptz NOT NULL,
    opened_by      text        NOT NULL,
    reason         text        NOT NULL,
    CHECK ((lost_from IS NULL) = (lost_to IS NULL)),
    CHECK (lost_from > 0 AND lost_from <= lost_to AND lost_to = first_position - 1)
);
INSERT INTO store.incarnation VALUES (1, 1, NULL, NULL, now(), 'hoso', 'made');

CREATE TABLE store.tree_head (
    size bigint PRIMARY KEY CHECK (size > 0),  -- number of leaves: the last position that it covers
    line text   NOT NULL  -- canonical JSON: the head, the fingerprint of the key, the signature
);

-- The right edge of the tree at the last head: only saves reading all leaves again, and is checked against that head.
CREATE TABLE store.frontier (
    one   boolean PRIMARY KEY DEFAULT true CHECK (one),
    size  bigint  NOT NULL,
    nodes bytea   NOT NULL
) WITH (fillfactor = 50);

GRANT SELECT, INSERT ON store.incarnation, store.tree_head TO "${application}";
GRANT SELECT, INSERT, UPDATE ON store.frontier TO "${application}";
