-- Hashes of complete subtrees, of 1,024 leaves each, of the tree over the events of a store: so that the proof of an event reads
-- the leaves of one of them, and not of the whole log. They are checked against a signed head each time they are used.

CREATE SCHEMA proof;

CREATE TABLE proof.tile (
    origin text   NOT NULL COLLATE "C",  -- empty beside one store
    number bigint NOT NULL CHECK (number >= 0),  -- from the left, from 0
    hash   bytea  NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (origin, number)
);

GRANT USAGE ON SCHEMA proof TO "${application}";
GRANT SELECT, INSERT ON proof.tile TO "${application}";
