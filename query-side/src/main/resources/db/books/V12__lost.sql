-- Positions that an origin has declared as lost: its store was restored, and goes on above them. No event will ever come there.

CREATE TABLE landing.lost (
    origin smallint NOT NULL,
    first  bigint   NOT NULL,
    last   bigint   NOT NULL CHECK (first <= last),
    PRIMARY KEY (origin, first)
);

GRANT SELECT, INSERT ON landing.lost TO "${application}";
