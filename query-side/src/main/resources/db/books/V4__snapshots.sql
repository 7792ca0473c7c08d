-- Frozen reports and who signed them, for ever: one chain of rows, each naming the hash of the one before. They outlive the
-- books, of which a rebuild makes others.

CREATE SCHEMA snapshot;

CREATE TABLE snapshot.entry (
    number   bigint PRIMARY KEY CHECK (number > 0),  -- dense from 1
    header   text   NOT NULL,  -- canonical JSON: what the row is, the hash of its content, the hash of the row before
    content  bytea  NOT NULL,  -- canonical JSON: of a report its figures, of a signature who answers for it
    hash     bytea  NOT NULL CHECK (octet_length(hash) = 32),  -- SHA-256 of the header
    -- What rows are looked up by is read off the header, so that it cannot say something else.
    kind     text   NOT NULL GENERATED ALWAYS AS (header::jsonb ->> 'kind') STORED,
    snapshot bigint NOT NULL GENERATED ALWAYS AS ((header::jsonb ->> 'snapshot')::bigint) STORED,
    unit     text   GENERATED ALWAYS AS (header::jsonb -> 'report' ->> 'unit') STORED,
    last_day text   GENERATED ALWAYS AS (header::jsonb -> 'report' ->> 'to') STORED,
    CHECK ((header::jsonb ->> 'number')::bigint = number)
);
-- A report is signed once.
CREATE UNIQUE INDEX entry_signature ON snapshot.entry (snapshot) WHERE kind = 'SIGNATURE';
CREATE INDEX entry_report ON snapshot.entry (unit, last_day, number) WHERE kind = 'REPORT';

GRANT USAGE ON SCHEMA snapshot TO "${application}";
GRANT SELECT, INSERT ON snapshot.entry TO "${application}";
