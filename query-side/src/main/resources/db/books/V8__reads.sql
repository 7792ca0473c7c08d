-- Who looked at which dossier, for ever: rows are added and read, and nobody but the owner of the schema can change one. They
-- outlive the books, of which a rebuild makes others.

CREATE SCHEMA reading;

CREATE TABLE reading.look (
    number   bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,  -- one may be missing, where a row did not come to be
    at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    subject  text        NOT NULL,  -- of the token, as are scopes and units
    scopes   text[]      NOT NULL,
    units    text[]      NOT NULL,
    endpoint text        NOT NULL,  -- as GET /api/v1/dossiers/{id}/history
    question text        NOT NULL,  -- its parameters, as they were sent
    origin   text        NOT NULL,  -- the address that the request came from
    refused  boolean     NOT NULL,
    position bigint,                -- as of which it was answered
    dossier  text        COLLATE "C",  -- as the ledger calls it; where it was refused, as it was asked for
    unit     text        COLLATE "C",  -- that owed the dossier, or that the list was about, as the ledger calls it
    named    integer     NOT NULL CHECK (named >= 0)  -- how many dossiers the answer names
);
CREATE INDEX look_dossier ON reading.look (dossier, number) WHERE dossier IS NOT NULL;
CREATE INDEX look_subject ON reading.look (subject, number);

GRANT USAGE ON SCHEMA reading TO "${application}";
GRANT SELECT, INSERT ON reading.look TO "${application}";
