-- Who published how many events under which source and for which unit, by the hour of recording (UTC, from 1970) and by blocks of
-- 16,384 positions, so that a position cuts the rows of one block alone. unit: its number; 0 of reference data, and where it is not
-- known. moments: position and time of recording of each event, packed, in pieces as they were written.
CREATE TABLE books.publisher_0 (
    hour      integer     NOT NULL,
    block     integer     NOT NULL,
    origin    text        COLLATE "C" NOT NULL,  -- empty beside one store
    publisher text        COLLATE "C" NOT NULL,
    source    text        COLLATE "C" NOT NULL,
    unit      integer     NOT NULL,
    events    integer     NOT NULL,
    first     bigint      NOT NULL,
    last      bigint      NOT NULL,
    first_at  timestamptz NOT NULL,
    last_at   timestamptz NOT NULL,
    moments   bytea       NOT NULL,
    PRIMARY KEY (hour, block, origin, publisher, source, unit)
) WITH (fillfactor = 70);
CREATE INDEX publisher_0_block ON books.publisher_0 (block);
CREATE TABLE books.publisher_1 (LIKE books.publisher_0 INCLUDING ALL) WITH (fillfactor = 70);
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE, MAINTAIN ON books.publisher_0, books.publisher_1 TO "${application}";

-- Books that hold something know nothing of its publishers: they are of no edition, and made anew when they are opened.
UPDATE books.book SET edition = 0 WHERE live AND position > 0;
