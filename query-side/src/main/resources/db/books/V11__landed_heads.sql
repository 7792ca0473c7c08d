-- The newest head that each origin's writer has signed, as it came from Kafka, where its key is known and its signature good.

CREATE TABLE landing.head (
    origin      text    PRIMARY KEY,
    incarnation integer NOT NULL,
    size        bigint  NOT NULL,
    line        text    NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON landing.head TO "${application}";
