-- The events, and apart from them the free text that people typed. One connection writes (see hoso.command.store).
-- Fixed-width columns first: nothing is lost to alignment.

CREATE TABLE store.event (
    position    bigint      NOT NULL,  -- dense from 1, in the order of the commits
    recorded_at timestamptz NOT NULL,  -- taken by the writer, never less than that of the position before
    sequence    integer     NOT NULL CHECK (sequence >= 0),  -- among the events of the stream, from 0
    stream      text        NOT NULL COLLATE "C",  -- 'd/' dossier, 'p/' petition, 'r/' all reference data
    leaf        bytea       NOT NULL CHECK (octet_length(leaf) = 32),
    -- The bytes of the event, which the leaf covers, are: {"position":…,"recordedAt":"…", and this.
    rest        bytea       NOT NULL,
    PRIMARY KEY (position),
    UNIQUE (stream, sequence)
);

-- An erasure order empties salt and text; the event keeps the hash of both.
CREATE TABLE store.free_text (
    position bigint NOT NULL,
    path     text   NOT NULL,  -- of the property in the data, as 'reason' or 'data.basis'
    salt     bytea,
    text     text,
    PRIMARY KEY (position, path),
    CHECK ((salt IS NULL) = (text IS NULL))
);

-- What was emptied leaves the disk at the next visit of autovacuum, not after a fifth of the table has changed.
ALTER TABLE store.free_text SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);

GRANT USAGE ON SCHEMA store TO "${application}";
GRANT SELECT, INSERT ON store.event, store.free_text TO "${application}";
GRANT UPDATE (salt, text) ON store.free_text TO "${application}";
