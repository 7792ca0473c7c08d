-- The ledger's tables, twice: one slot answers questions, the other is where a rebuild makes the next books.
-- Codes are numbered per slot in the order of their first posting, so that equal logs make equal books.

-- Where each slot stands. The place (position, leaf) moves by compare-and-set with the rows it made.
CREATE TABLE books.book (
    slot       smallint PRIMARY KEY CHECK (slot IN (0, 1)),
    live       boolean  NOT NULL,
    generation integer  NOT NULL,
    edition    integer  NOT NULL,
    position   bigint   NOT NULL,
    leaf       bytea    NOT NULL,
    folded     bigint   NOT NULL CHECK (folded <= position),
    codes      integer  NOT NULL,
    -- in each of the journal's segments; not to be changed once something is folded
    segment_events integer NOT NULL DEFAULT 524288 CHECK (segment_events > 0)
) WITH (fillfactor = 20);
CREATE UNIQUE INDEX book_live ON books.book (live) WHERE live;
INSERT INTO books.book VALUES (0, true, 1, 1, 0, '', 0, 0), (1, false, 0, 0, 0, '', 0, 0);

-- Numbers in place of codes. kind: 0 unit, 1 procedure, 2 field.
CREATE TABLE books.code_0 (
    kind smallint NOT NULL,
    id   integer  NOT NULL,
    code text     NOT NULL,
    PRIMARY KEY (kind, id)
);

-- What every event posted: some events a row, packed to stay below 2 kB, so that hardly a row is moved out of its page.
CREATE TABLE books.journal_0 (
    last   bigint  PRIMARY KEY,
    first  bigint  NOT NULL,
    events bytea   NOT NULL
);
ALTER TABLE books.journal_0 ALTER COLUMN events SET STORAGE EXTERNAL;

-- Dossiers as they now stand; the columns beside the state find the ones behind a figure.
CREATE TABLE books.dossier_0 (
    id            text        COLLATE "C" PRIMARY KEY,
    position      bigint      NOT NULL,
    unit          integer     NOT NULL,
    received_day  integer     NOT NULL,
    elsewhere     boolean     NOT NULL,
    procedure     integer     NOT NULL,
    field         integer     NOT NULL,
    channel       smallint    NOT NULL,
    received_at   timestamptz,
    due_at        timestamptz,
    closed_at     timestamptz,
    timeliness    smallint,
    outcome       smallint,
    paused        boolean     NOT NULL,
    tags          integer     NOT NULL,
    paid_online   bigint      NOT NULL,
    notices       integer     NOT NULL,
    state         bytea       NOT NULL
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
CREATE INDEX dossier_0_day ON books.dossier_0 (unit, received_day);
COMMENT ON COLUMN books.dossier_0.elsewhere IS 'was received by another unit before, or is in no life now';

CREATE TABLE books.petition_0 (
    id           text     COLLATE "C" PRIMARY KEY,
    position     bigint   NOT NULL,
    events       integer  NOT NULL,
    unit         text,
    kind         smallint,
    source       smallint,
    received_at  timestamptz,
    answered_at  timestamptz,
    published_at timestamptz,
    satisfied    boolean
) WITH (fillfactor = 70);

-- Streams that an event could not be folded into: their later events are left out until the books are rebuilt.
CREATE TABLE books.parked_0 (
    stream   text   COLLATE "C" PRIMARY KEY,
    position bigint NOT NULL,
    unit     text,
    reason   text   NOT NULL
);

-- Sums of days by owning unit, channels apart: each row holds the eight parts of a page of 8, 64, 512 or 4,096 days.
CREATE TABLE books.unit_page_0 (
    span smallint NOT NULL,
    page integer  NOT NULL,
    unit integer  NOT NULL,
    sums bytea    NOT NULL,
    PRIMARY KEY (span, page, unit)
) WITH (fillfactor = 70);

-- Sums of blocks of 1, 8, 64 or 512 days by procedure and field; unit 0 is all of them.
CREATE TABLE books.procedure_block_0 (
    span  smallint NOT NULL,
    block integer  NOT NULL,
    unit  integer  NOT NULL,
    sums  bytea    NOT NULL,
    PRIMARY KEY (span, block, unit)
) WITH (fillfactor = 70);
ALTER TABLE books.procedure_block_0 ALTER COLUMN sums SET STORAGE EXTERNAL;

-- What each segment of the journal added to those pages: as of an older position, what came after it is taken off.
CREATE TABLE books.segment_page_0 (
    span    smallint NOT NULL,
    page    integer  NOT NULL,
    unit    integer  NOT NULL,
    segment integer  NOT NULL,
    sums    bytea    NOT NULL,
    PRIMARY KEY (span, page, unit, segment)
);

-- And to the blocks.
CREATE TABLE books.segment_block_0 (
    span    smallint NOT NULL,
    block   integer  NOT NULL,
    unit    integer  NOT NULL,
    segment integer  NOT NULL,
    sums    bytea    NOT NULL,
    PRIMARY KEY (span, block, unit, segment)
);
ALTER TABLE books.segment_block_0 ALTER COLUMN sums SET STORAGE EXTERNAL;

-- Every line with its instant, by day and owning unit: for cuts within a day. Only ever added to.
CREATE TABLE books.day_line_0 (
    day     integer NOT NULL,
    unit    integer NOT NULL,
    segment integer NOT NULL,
    lines   bytea   NOT NULL
);
CREATE INDEX day_line_0_day ON books.day_line_0 (day, unit);
ALTER TABLE books.day_line_0 ALTER COLUMN lines SET STORAGE EXTERNAL;

CREATE TABLE books.code_1 (LIKE books.code_0 INCLUDING ALL);
CREATE TABLE books.journal_1 (LIKE books.journal_0 INCLUDING ALL);
CREATE TABLE books.dossier_1 (LIKE books.dossier_0 INCLUDING ALL)
    WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
CREATE TABLE books.petition_1 (LIKE books.petition_0 INCLUDING ALL) WITH (fillfactor = 70);
CREATE TABLE books.parked_1 (LIKE books.parked_0 INCLUDING ALL);
CREATE TABLE books.unit_page_1 (LIKE books.unit_page_0 INCLUDING ALL) WITH (fillfactor = 70);
CREATE TABLE books.procedure_block_1 (LIKE books.procedure_block_0 INCLUDING ALL) WITH (fillfactor = 70);
CREATE TABLE books.segment_page_1 (LIKE books.segment_page_0 INCLUDING ALL);
CREATE TABLE books.segment_block_1 (LIKE books.segment_block_0 INCLUDING ALL);
CREATE TABLE books.day_line_1 (LIKE books.day_line_0 INCLUDING ALL);

GRANT USAGE ON SCHEMA books TO "${application}";
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE, MAINTAIN ON ALL TABLES IN SCHEMA books TO "${application}";
