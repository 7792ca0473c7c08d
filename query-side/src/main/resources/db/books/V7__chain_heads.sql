-- A signed head for each row that is added to the chain of snapshots, in the transaction that adds it.

CREATE TABLE snapshot.head (
    number bigint PRIMARY KEY CHECK (number > 0),  -- of the row that it ends with
    line   text   NOT NULL  -- canonical JSON: the head, the fingerprint of the key, the signature
);

GRANT SELECT, INSERT ON snapshot.head TO "${application}";
