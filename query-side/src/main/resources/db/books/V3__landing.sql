-- Events as they came from Kafka, of one origin or of several (see hoso.query.feed.landing); empty where the feed is a
-- store. Each origin is a store with positions of its own; here they get positions in one local order.

CREATE SCHEMA landing;

CREATE TABLE landing.origin (
    number        smallint PRIMARY KEY,
    name          text     NOT NULL UNIQUE,
    stopped       text,         -- why nothing more is taken from it; null while all is well
    missing       bigint,       -- the position that is waited for, where later ones are here
    missing_since timestamptz,
    CHECK ((missing IS NULL) = (missing_since IS NULL))
);

CREATE TABLE landing.event (
    position bigint   NOT NULL,  -- in the store of the origin
    origin   smallint NOT NULL,
    stream   text     NOT NULL COLLATE "C",  -- with the origin in it: d/H20:…, p/H20:…, r/H20
    value    bytea    NOT NULL,  -- what the leaf covers
    PRIMARY KEY (origin, position)
);
CREATE INDEX event_stream ON landing.event (stream, position);
CREATE INDEX event_reference ON landing.event (origin, position) WHERE stream >= 'r/' AND stream < 'r0';

-- Which positions of which origin the local ones are: local first to last are that origin's from origin_first on.
CREATE TABLE landing.span (
    last         bigint      PRIMARY KEY,
    first        bigint      NOT NULL CHECK (first <= last),
    origin_first bigint      NOT NULL,
    recorded_at  timestamptz NOT NULL,  -- when it got its local positions; never less than that of the one before
    origin       smallint    NOT NULL,
    UNIQUE (origin, first),
    UNIQUE (origin, origin_first)
);
CREATE INDEX span_recorded ON landing.span (recorded_at, last);

-- The reference events of all origins, in the local order.
CREATE TABLE landing.reference (
    number          integer  PRIMARY KEY,  -- dense from 0
    position        bigint   NOT NULL,     -- local
    origin_position bigint   NOT NULL,
    origin          smallint NOT NULL
);

-- How far each partition has been read, by whoever takes in the same origins from it; moves with the events that were
-- read. A topic made anew has another id.
CREATE TABLE landing.consumed (
    topic     text    NOT NULL,
    topic_id  text    NOT NULL,
    origins   text    NOT NULL,
    partition integer NOT NULL,
    next      bigint  NOT NULL,
    PRIMARY KEY (topic, topic_id, origins, partition)
);

-- Programs on one database read the topics together, and no others with them.
CREATE TABLE landing.house (
    id uuid NOT NULL DEFAULT gen_random_uuid()
);
INSERT INTO landing.house DEFAULT VALUES;

GRANT USAGE ON SCHEMA landing TO "${application}";
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA landing TO "${application}";
GRANT UPDATE ON landing.origin, landing.consumed TO "${application}";
