-- What Grafana and other tools may ask by SQL: the schema hoso_bi. What is behind it lies in the schema board, and is written by
-- hoso.query.board out of the journal of the books; rows of the generation that is shown are seen, and of units that the
-- reader may see.

CREATE SCHEMA board;

-- Who reads, and of which units with all below them; '*' is all. Who is not here sees no unit and no figure; moment, procedure,
-- indicator and criterion are the same for everybody who may connect.
CREATE TABLE board.reader (
    name name NOT NULL,
    unit text NOT NULL COLLATE "C",
    PRIMARY KEY (name, unit)
);
INSERT INTO board.reader VALUES ('hoso_bi', '*');

-- How far the journal of each generation of the books has been summed into days and months.
CREATE TABLE board.summed (
    generation integer PRIMARY KEY,
    position   bigint  NOT NULL
) WITH (fillfactor = 20);

-- What is shown: the generation, and the moment that standing is of.
CREATE TABLE board.shown (
    one        boolean     PRIMARY KEY DEFAULT true CHECK (one),
    generation integer     NOT NULL,
    position   bigint      NOT NULL,
    at         timestamptz NOT NULL,
    month_from date        NOT NULL,
    month_to   date        NOT NULL,
    written_at timestamptz NOT NULL DEFAULT clock_timestamp()
) WITH (fillfactor = 20);

-- Units in the tree of the day that is shown; path: the codes from the top down to the unit itself.
CREATE TABLE board.unit (
    code   text   PRIMARY KEY COLLATE "C",
    name   text   NOT NULL,
    level  text   NOT NULL,
    parent text   COLLATE "C",
    path   text[] NOT NULL COLLATE "C"
);

CREATE TABLE board.procedure (
    code         text    PRIMARY KEY COLLATE "C",
    name         text    NOT NULL,
    field        text    NOT NULL,
    online_level text    NOT NULL,
    fee_required boolean NOT NULL
);

-- The catalogue of indicators, and the criteria of the scoreboard that Hoso can reckon.
CREATE TABLE board.indicator (
    id          text   PRIMARY KEY,
    vi          text   NOT NULL,
    en          text   NOT NULL,
    numerator   text[] NOT NULL,
    denominator text[] NOT NULL,
    source      text   NOT NULL
);
CREATE TABLE board.criterion (
    code        text    PRIMARY KEY,
    vi          text    NOT NULL,
    en          text    NOT NULL,
    points      integer NOT NULL,
    full_at     numeric NOT NULL,
    numerator   text[]  NOT NULL,
    denominator text[]  NOT NULL,
    source      text    NOT NULL
);

-- How the dossiers that a unit owes by itself stand at the moment that is shown.
CREATE TABLE board.standing (
    unit           text   PRIMARY KEY COLLATE "C",
    pending        bigint NOT NULL,
    paused         bigint NOT NULL,
    overdue        bigint NOT NULL,
    due_1          bigint NOT NULL,
    due_3          bigint NOT NULL,
    due_5          bigint NOT NULL,
    apologies_owed bigint NOT NULL,
    portal_differs bigint NOT NULL
) WITH (fillfactor = 70);

-- Lines of the ledger, summed by day of their instant. Null stands for 0: most are, and cost nothing so. Of a petition,
-- procedure, field and channel are empty.
CREATE TABLE board.procedure_day (
    generation integer NOT NULL,
    day        date    NOT NULL,
    unit       text    NOT NULL COLLATE "C",
    procedure  text    NOT NULL COLLATE "C",
    field      text    NOT NULL,
    channel    text    NOT NULL COLLATE "C",
    received bigint, received_online bigint, received_direct bigint, received_postal bigint, closed_early bigint,
    closed_on_time bigint, closed_late bigint, outcome_approved bigint, outcome_rejected bigint, outcome_withdrawn bigint,
    outcome_declined bigint, paused bigint, overdue bigint, amount_paid_online bigint, online_payments bigint,
    notifications bigint, digitized_received bigint, digitized_closed bigint, reused_received bigint, reused_closed bigint,
    fee_required_received bigint, fee_required_closed bigint, paid_online_received bigint, paid_online_closed bigint,
    result_electronic_received bigint, result_electronic_closed bigint, result_digitized_received bigint,
    result_digitized_closed bigint, returned_by_post_received bigint, returned_by_post_closed bigint, same_day_received bigint,
    same_day_closed bigint, apologised_received bigint, apologised_closed bigint, promise_kept_received bigint,
    promise_kept_closed bigint, portal_observed_received bigint, portal_observed_closed bigint, portal_synced_received bigint,
    portal_synced_closed bigint, satisfied_received bigint, satisfied_closed bigint, rated_received bigint, rated_closed bigint,
    petition_received bigint, petition_regulation bigint, petition_behaviour bigint, petition_answered bigint,
    petition_published bigint, petition_rated bigint, petition_satisfied bigint, digitized_throughout_closed bigint,
    portal_ended_in_time bigint, portal_ended_late bigint, portal_overdue bigint,
    PRIMARY KEY (generation, unit, day, procedure, field, channel)
) WITH (fillfactor = 80);

-- The same with procedures together, and both by calendar month too: what is asked of whole units reads far fewer rows, and
-- a stock of long ago no day of the years before.
CREATE TABLE board.unit_day (
    generation integer NOT NULL,
    day        date    NOT NULL,
    unit       text    NOT NULL COLLATE "C",
    channel    text    NOT NULL COLLATE "C",
    received bigint, received_online bigint, received_direct bigint, received_postal bigint, closed_early bigint,
    closed_on_time bigint, closed_late bigint, outcome_approved bigint, outcome_rejected bigint, outcome_withdrawn bigint,
    outcome_declined bigint, paused bigint, overdue bigint, amount_paid_online bigint, online_payments bigint,
    notifications bigint, digitized_received bigint, digitized_closed bigint, reused_received bigint, reused_closed bigint,
    fee_required_received bigint, fee_required_closed bigint, paid_online_received bigint, paid_online_closed bigint,
    result_electronic_received bigint, result_electronic_closed bigint, result_digitized_received bigint,
    result_digitized_closed bigint, returned_by_post_received bigint, returned_by_post_closed bigint, same_day_received bigint,
    same_day_closed bigint, apologised_received bigint, apologised_closed bigint, promise_kept_received bigint,
    promise_kept_closed bigint, portal_observed_received bigint, portal_observed_closed bigint, portal_synced_received bigint,
    portal_synced_closed bigint, satisfied_received bigint, satisfied_closed bigint, rated_received bigint, rated_closed bigint,
    petition_received bigint, petition_regulation bigint, petition_behaviour bigint, petition_answered bigint,
    petition_published bigint, petition_rated bigint, petition_satisfied bigint, digitized_throughout_closed bigint,
    portal_ended_in_time bigint, portal_ended_late bigint, portal_overdue bigint,
    PRIMARY KEY (generation, unit, day, channel)
) WITH (fillfactor = 80);
CREATE TABLE board.unit_month (
    generation integer NOT NULL,
    month      date    NOT NULL CHECK (extract(day FROM month) = 1),
    unit       text    NOT NULL COLLATE "C",
    channel    text    NOT NULL COLLATE "C",
    received bigint, received_online bigint, received_direct bigint, received_postal bigint, closed_early bigint,
    closed_on_time bigint, closed_late bigint, outcome_approved bigint, outcome_rejected bigint, outcome_withdrawn bigint,
    outcome_declined bigint, paused bigint, overdue bigint, amount_paid_online bigint, online_payments bigint,
    notifications bigint, digitized_received bigint, digitized_closed bigint, reused_received bigint, reused_closed bigint,
    fee_required_received bigint, fee_required_closed bigint, paid_online_received bigint, paid_online_closed bigint,
    result_electronic_received bigint, result_electronic_closed bigint, result_digitized_received bigint,
    result_digitized_closed bigint, returned_by_post_received bigint, returned_by_post_closed bigint, same_day_received bigint,
    same_day_closed bigint, apologised_received bigint, apologised_closed bigint, promise_kept_received bigint,
    promise_kept_closed bigint, portal_observed_received bigint, portal_observed_closed bigint, portal_synced_received bigint,
    portal_synced_closed bigint, satisfied_received bigint, satisfied_closed bigint, rated_received bigint, rated_closed bigint,
    petition_received bigint, petition_regulation bigint, petition_behaviour bigint, petition_answered bigint,
    petition_published bigint, petition_rated bigint, petition_satisfied bigint, digitized_throughout_closed bigint,
    portal_ended_in_time bigint, portal_ended_late bigint, portal_overdue bigint,
    PRIMARY KEY (generation, unit, month, channel)
) WITH (fillfactor = 80);
CREATE TABLE board.procedure_month (
    generation integer NOT NULL,
    month      date    NOT NULL CHECK (extract(day FROM month) = 1),
    unit       text    NOT NULL COLLATE "C",
    procedure  text    NOT NULL COLLATE "C",
    field      text    NOT NULL,
    channel    text    NOT NULL COLLATE "C",
    received bigint, received_online bigint, received_direct bigint, received_postal bigint, closed_early bigint,
    closed_on_time bigint, closed_late bigint, outcome_approved bigint, outcome_rejected bigint, outcome_withdrawn bigint,
    outcome_declined bigint, paused bigint, overdue bigint, amount_paid_online bigint, online_payments bigint,
    notifications bigint, digitized_received bigint, digitized_closed bigint, reused_received bigint, reused_closed bigint,
    fee_required_received bigint, fee_required_closed bigint, paid_online_received bigint, paid_online_closed bigint,
    result_electronic_received bigint, result_electronic_closed bigint, result_digitized_received bigint,
    result_digitized_closed bigint, returned_by_post_received bigint, returned_by_post_closed bigint, same_day_received bigint,
    same_day_closed bigint, apologised_received bigint, apologised_closed bigint, promise_kept_received bigint,
    promise_kept_closed bigint, portal_observed_received bigint, portal_observed_closed bigint, portal_synced_received bigint,
    portal_synced_closed bigint, satisfied_received bigint, satisfied_closed bigint, rated_received bigint, rated_closed bigint,
    petition_received bigint, petition_regulation bigint, petition_behaviour bigint, petition_answered bigint,
    petition_published bigint, petition_rated bigint, petition_satisfied bigint, digitized_throughout_closed bigint,
    portal_ended_in_time bigint, portal_ended_late bigint, portal_overdue bigint,
    PRIMARY KEY (generation, unit, month, procedure, field, channel)
) WITH (fillfactor = 80);

GRANT USAGE ON SCHEMA board TO "${application}";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA board TO "${application}";
REVOKE INSERT, UPDATE, DELETE ON board.reader FROM "${application}";

-- The units whose rows are seen by whoever asks; the name is that of the role that is in force, as after SET ROLE.
CREATE VIEW board.seen AS
SELECT u.code FROM board.unit u
WHERE EXISTS (SELECT FROM board.reader r
              WHERE r.name = current_user AND (r.unit = '*' OR r.unit = ANY (u.path)));

-- The rows of these units. PostgreSQL may ask a condition that cannot fail, as one with >, before it asks who may see the row, and
-- EXPLAIN ANALYZE tells how many rows are left then. A sum can fail: so in hoso_bi figures are sums with 0, and conditions on
-- them are asked of rows that are seen. Those on units, days and the like come first, for the indexes.
CREATE VIEW board.standing_seen WITH (security_barrier) AS
SELECT * FROM board.standing WHERE unit IN (SELECT code FROM board.seen);
CREATE VIEW board.procedure_day_seen WITH (security_barrier) AS
SELECT * FROM board.procedure_day
WHERE generation = (SELECT generation FROM board.shown) AND unit IN (SELECT code FROM board.seen);
CREATE VIEW board.unit_day_seen WITH (security_barrier) AS
SELECT * FROM board.unit_day
WHERE generation = (SELECT generation FROM board.shown) AND unit IN (SELECT code FROM board.seen);
CREATE VIEW board.unit_month_seen WITH (security_barrier) AS
SELECT * FROM board.unit_month
WHERE generation = (SELECT generation FROM board.shown) AND unit IN (SELECT code FROM board.seen);
CREATE VIEW board.procedure_month_seen WITH (security_barrier) AS
SELECT * FROM board.procedure_month
WHERE generation = (SELECT generation FROM board.shown) AND unit IN (SELECT code FROM board.seen);

CREATE SCHEMA hoso_bi;
COMMENT ON SCHEMA hoso_bi IS 'Hoso: figures of public-service dossiers for boards and other tools, to be read';

CREATE VIEW hoso_bi.moment AS
SELECT m.position, s.position AS standing_position, s.at, s.month_from, s.month_to, s.written_at
FROM board.shown s JOIN board.summed m USING (generation);
COMMENT ON VIEW hoso_bi.moment IS
    'One row: what everything here is as of (position in the ledger), and the moment and the running month that standing is of';

CREATE VIEW hoso_bi.unit WITH (security_barrier) AS
SELECT u.code, u.name, u.level, u.parent, cardinality(u.path) - 1 AS depth, u.path
FROM board.unit u WHERE u.code IN (SELECT code FROM board.seen);
COMMENT ON VIEW hoso_bi.unit IS
    'Units in the tree of the day that is shown, by their codes in the ledger: where several origins are rolled up, with the origin, as H20:H20.12; path holds the codes from the top down';

CREATE VIEW hoso_bi.below WITH (security_barrier) AS
SELECT a.above, u.code AS unit
FROM board.unit u, unnest(u.path) AS a (above)
WHERE u.code IN (SELECT code FROM board.seen) AND a.above IN (SELECT code FROM board.seen);
COMMENT ON VIEW hoso_bi.below IS 'Each unit with each unit above it and with itself: join it to add up subtrees';

CREATE VIEW hoso_bi.procedure AS SELECT * FROM board.procedure;
COMMENT ON VIEW hoso_bi.procedure IS 'Procedures as published, in the version of the day that is shown';

CREATE VIEW hoso_bi.indicator AS SELECT * FROM board.indicator;
COMMENT ON VIEW hoso_bi.indicator IS 'The catalogue of rates: cells above and below the line, a cell with - before it is taken off';

CREATE VIEW hoso_bi.criterion AS SELECT * FROM board.criterion;
COMMENT ON VIEW hoso_bi.criterion IS
    'Criteria of the scoreboard of Quyết định 766/QĐ-TTg that are reckoned here; full points from the share full_at on';

CREATE VIEW hoso_bi.standing AS
SELECT s.unit,
    s.pending + 0 AS pending, s.paused + 0 AS paused, s.overdue + 0 AS overdue, s.due_1 + 0 AS due_1, s.due_3 + 0 AS due_3,
    s.due_5 + 0 AS due_5, s.apologies_owed + 0 AS apologies_owed, s.portal_differs + 0 AS portal_differs
FROM board.standing_seen s;
COMMENT ON VIEW hoso_bi.standing IS
    'Dossiers of each owning unit at hoso_bi.moment.at; due_n: due in what is left of that day or in n whole days after it';

CREATE VIEW hoso_bi.procedure_day AS
SELECT d.day, d.unit, d.procedure, d.field, d.channel,
    coalesce(d.received, 0) + 0 AS received, coalesce(d.received_online, 0) + 0 AS received_online,
    coalesce(d.received_direct, 0) + 0 AS received_direct, coalesce(d.received_postal, 0) + 0 AS received_postal,
    coalesce(d.closed_early, 0) + 0 AS closed_early, coalesce(d.closed_on_time, 0) + 0 AS closed_on_time,
    coalesce(d.closed_late, 0) + 0 AS closed_late, coalesce(d.outcome_approved, 0) + 0 AS outcome_approved,
    coalesce(d.outcome_rejected, 0) + 0 AS outcome_rejected, coalesce(d.outcome_withdrawn, 0) + 0 AS outcome_withdrawn,
    coalesce(d.outcome_declined, 0) + 0 AS outcome_declined, coalesce(d.paused, 0) + 0 AS paused,
    coalesce(d.overdue, 0) + 0 AS overdue, coalesce(d.amount_paid_online, 0) + 0 AS amount_paid_online,
    coalesce(d.online_payments, 0) + 0 AS online_payments, coalesce(d.notifications, 0) + 0 AS notifications,
    coalesce(d.digitized_received, 0) + 0 AS digitized_received, coalesce(d.digitized_closed, 0) + 0 AS digitized_closed,
    coalesce(d.reused_received, 0) + 0 AS reused_received, coalesce(d.reused_closed, 0) + 0 AS reused_closed,
    coalesce(d.fee_required_received, 0) + 0 AS fee_required_received,
    coalesce(d.fee_required_closed, 0) + 0 AS fee_required_closed,
    coalesce(d.paid_online_received, 0) + 0 AS paid_online_received,
    coalesce(d.paid_online_closed, 0) + 0 AS paid_online_closed,
    coalesce(d.result_electronic_received, 0) + 0 AS result_electronic_received,
    coalesce(d.result_electronic_closed, 0) + 0 AS result_electronic_closed,
    coalesce(d.result_digitized_received, 0) + 0 AS result_digitized_received,
    coalesce(d.result_digitized_closed, 0) + 0 AS result_digitized_closed,
    coalesce(d.returned_by_post_received, 0) + 0 AS returned_by_post_received,
    coalesce(d.returned_by_post_closed, 0) + 0 AS returned_by_post_closed,
    coalesce(d.same_day_received, 0) + 0 AS same_day_received, coalesce(d.same_day_closed, 0) + 0 AS same_day_closed,
    coalesce(d.apologised_received, 0) + 0 AS apologised_received, coalesce(d.apologised_closed, 0) + 0 AS apologised_closed,
    coalesce(d.promise_kept_received, 0) + 0 AS promise_kept_received,
    coalesce(d.promise_kept_closed, 0) + 0 AS promise_kept_closed,
    coalesce(d.portal_observed_received, 0) + 0 AS portal_observed_received,
    coalesce(d.portal_observed_closed, 0) + 0 AS portal_observed_closed,
    coalesce(d.portal_synced_received, 0) + 0 AS portal_synced_received,
    coalesce(d.portal_synced_closed, 0) + 0 AS portal_synced_closed,
    coalesce(d.satisfied_received, 0) + 0 AS satisfied_received, coalesce(d.satisfied_closed, 0) + 0 AS satisfied_closed,
    coalesce(d.rated_received, 0) + 0 AS rated_received, coalesce(d.rated_closed, 0) + 0 AS rated_closed,
    coalesce(d.petition_received, 0) + 0 AS petition_received, coalesce(d.petition_regulation, 0) + 0 AS petition_regulation,
    coalesce(d.petition_behaviour, 0) + 0 AS petition_behaviour, coalesce(d.petition_answered, 0) + 0 AS petition_answered,
    coalesce(d.petition_published, 0) + 0 AS petition_published, coalesce(d.petition_rated, 0) + 0 AS petition_rated,
    coalesce(d.petition_satisfied, 0) + 0 AS petition_satisfied,
    coalesce(d.digitized_throughout_closed, 0) + 0 AS digitized_throughout_closed,
    coalesce(d.portal_ended_in_time, 0) + 0 AS portal_ended_in_time, coalesce(d.portal_ended_late, 0) + 0 AS portal_ended_late,
    coalesce(d.portal_overdue, 0) + 0 AS portal_overdue
FROM board.procedure_day_seen d;
COMMENT ON VIEW hoso_bi.procedure_day IS
    'Lines of the ledger by day, owning unit, procedure, field and channel. Flows are sums over days; a stock at the end of a day is the sum of all days up to it';

CREATE VIEW hoso_bi.unit_day AS
SELECT d.day, d.unit, d.channel,
    coalesce(d.received, 0) + 0 AS received, coalesce(d.received_online, 0) + 0 AS received_online,
    coalesce(d.received_direct, 0) + 0 AS received_direct, coalesce(d.received_postal, 0) + 0 AS received_postal,
    coalesce(d.closed_early, 0) + 0 AS closed_early, coalesce(d.closed_on_time, 0) + 0 AS closed_on_time,
    coalesce(d.closed_late, 0) + 0 AS closed_late, coalesce(d.outcome_approved, 0) + 0 AS outcome_approved,
    coalesce(d.outcome_rejected, 0) + 0 AS outcome_rejected, coalesce(d.outcome_withdrawn, 0) + 0 AS outcome_withdrawn,
    coalesce(d.outcome_declined, 0) + 0 AS outcome_declined, coalesce(d.paused, 0) + 0 AS paused,
    coalesce(d.overdue, 0) + 0 AS overdue, coalesce(d.amount_paid_online, 0) + 0 AS amount_paid_online,
    coalesce(d.online_payments, 0) + 0 AS online_payments, coalesce(d.notifications, 0) + 0 AS notifications,
    coalesce(d.digitized_received, 0) + 0 AS digitized_received, coalesce(d.digitized_closed, 0) + 0 AS digitized_closed,
    coalesce(d.reused_received, 0) + 0 AS reused_received, coalesce(d.reused_closed, 0) + 0 AS reused_closed,
    coalesce(d.fee_required_received, 0) + 0 AS fee_required_received,
    coalesce(d.fee_required_closed, 0) + 0 AS fee_required_closed,
    coalesce(d.paid_online_received, 0) + 0 AS paid_online_received,
    coalesce(d.paid_online_closed, 0) + 0 AS paid_online_closed,
    coalesce(d.result_electronic_received, 0) + 0 AS result_electronic_received,
    coalesce(d.result_electronic_closed, 0) + 0 AS result_electronic_closed,
    coalesce(d.result_digitized_received, 0) + 0 AS result_digitized_received,
    coalesce(d.result_digitized_closed, 0) + 0 AS result_digitized_closed,
    coalesce(d.returned_by_post_received, 0) + 0 AS returned_by_post_received,
    coalesce(d.returned_by_post_closed, 0) + 0 AS returned_by_post_closed,
    coalesce(d.same_day_received, 0) + 0 AS same_day_received, coalesce(d.same_day_closed, 0) + 0 AS same_day_closed,
    coalesce(d.apologised_received, 0) + 0 AS apologised_received, coalesce(d.apologised_closed, 0) + 0 AS apologised_closed,
    coalesce(d.promise_kept_received, 0) + 0 AS promise_kept_received,
    coalesce(d.promise_kept_closed, 0) + 0 AS promise_kept_closed,
    coalesce(d.portal_observed_received, 0) + 0 AS portal_observed_received,
    coalesce(d.portal_observed_closed, 0) + 0 AS portal_observed_closed,
    coalesce(d.portal_synced_received, 0) + 0 AS portal_synced_received,
    coalesce(d.portal_synced_closed, 0) + 0 AS portal_synced_closed,
    coalesce(d.satisfied_received, 0) + 0 AS satisfied_received, coalesce(d.satisfied_closed, 0) + 0 AS satisfied_closed,
    coalesce(d.rated_received, 0) + 0 AS rated_received, coalesce(d.rated_closed, 0) + 0 AS rated_closed,
    coalesce(d.petition_received, 0) + 0 AS petition_received, coalesce(d.petition_regulation, 0) + 0 AS petition_regulation,
    coalesce(d.petition_behaviour, 0) + 0 AS petition_behaviour, coalesce(d.petition_answered, 0) + 0 AS petition_answered,
    coalesce(d.petition_published, 0) + 0 AS petition_published, coalesce(d.petition_rated, 0) + 0 AS petition_rated,
    coalesce(d.petition_satisfied, 0) + 0 AS petition_satisfied,
    coalesce(d.digitized_throughout_closed, 0) + 0 AS digitized_throughout_closed,
    coalesce(d.portal_ended_in_time, 0) + 0 AS portal_ended_in_time, coalesce(d.portal_ended_late, 0) + 0 AS portal_ended_late,
    coalesce(d.portal_overdue, 0) + 0 AS portal_overdue
FROM board.unit_day_seen d;
COMMENT ON VIEW hoso_bi.unit_day IS
    'procedure_day with procedures together';

CREATE VIEW hoso_bi.unit_month AS
SELECT d.month, d.unit, d.channel,
    coalesce(d.received, 0) + 0 AS received, coalesce(d.received_online, 0) + 0 AS received_online,
    coalesce(d.received_direct, 0) + 0 AS received_direct, coalesce(d.received_postal, 0) + 0 AS received_postal,
    coalesce(d.closed_early, 0) + 0 AS closed_early, coalesce(d.closed_on_time, 0) + 0 AS closed_on_time,
    coalesce(d.closed_late, 0) + 0 AS closed_late, coalesce(d.outcome_approved, 0) + 0 AS outcome_approved,
    coalesce(d.outcome_rejected, 0) + 0 AS outcome_rejected, coalesce(d.outcome_withdrawn, 0) + 0 AS outcome_withdrawn,
    coalesce(d.outcome_declined, 0) + 0 AS outcome_declined, coalesce(d.paused, 0) + 0 AS paused,
    coalesce(d.overdue, 0) + 0 AS overdue, coalesce(d.amount_paid_online, 0) + 0 AS amount_paid_online,
    coalesce(d.online_payments, 0) + 0 AS online_payments, coalesce(d.notifications, 0) + 0 AS notifications,
    coalesce(d.digitized_received, 0) + 0 AS digitized_received, coalesce(d.digitized_closed, 0) + 0 AS digitized_closed,
    coalesce(d.reused_received, 0) + 0 AS reused_received, coalesce(d.reused_closed, 0) + 0 AS reused_closed,
    coalesce(d.fee_required_received, 0) + 0 AS fee_required_received,
    coalesce(d.fee_required_closed, 0) + 0 AS fee_required_closed,
    coalesce(d.paid_online_received, 0) + 0 AS paid_online_received,
    coalesce(d.paid_online_closed, 0) + 0 AS paid_online_closed,
    coalesce(d.result_electronic_received, 0) + 0 AS result_electronic_received,
    coalesce(d.result_electronic_closed, 0) + 0 AS result_electronic_closed,
    coalesce(d.result_digitized_received, 0) + 0 AS result_digitized_received,
    coalesce(d.result_digitized_closed, 0) + 0 AS result_digitized_closed,
    coalesce(d.returned_by_post_received, 0) + 0 AS returned_by_post_received,
    coalesce(d.returned_by_post_closed, 0) + 0 AS returned_by_post_closed,
    coalesce(d.same_day_received, 0) + 0 AS same_day_received, coalesce(d.same_day_closed, 0) + 0 AS same_day_closed,
    coalesce(d.apologised_received, 0) + 0 AS apologised_received, coalesce(d.apologised_closed, 0) + 0 AS apologised_closed,
    coalesce(d.promise_kept_received, 0) + 0 AS promise_kept_received,
    coalesce(d.promise_kept_closed, 0) + 0 AS promise_kept_closed,
    coalesce(d.portal_observed_received, 0) + 0 AS portal_observed_received,
    coalesce(d.portal_observed_closed, 0) + 0 AS portal_observed_closed,
    coalesce(d.portal_synced_received, 0) + 0 AS portal_synced_received,
    coalesce(d.portal_synced_closed, 0) + 0 AS portal_synced_closed,
    coalesce(d.satisfied_received, 0) + 0 AS satisfied_received, coalesce(d.satisfied_closed, 0) + 0 AS satisfied_closed,
    coalesce(d.rated_received, 0) + 0 AS rated_received, coalesce(d.rated_closed, 0) + 0 AS rated_closed,
    coalesce(d.petition_received, 0) + 0 AS petition_received, coalesce(d.petition_regulation, 0) + 0 AS petition_regulation,
    coalesce(d.petition_behaviour, 0) + 0 AS petition_behaviour, coalesce(d.petition_answered, 0) + 0 AS petition_answered,
    coalesce(d.petition_published, 0) + 0 AS petition_published, coalesce(d.petition_rated, 0) + 0 AS petition_rated,
    coalesce(d.petition_satisfied, 0) + 0 AS petition_satisfied,
    coalesce(d.digitized_throughout_closed, 0) + 0 AS digitized_throughout_closed,
    coalesce(d.portal_ended_in_time, 0) + 0 AS portal_ended_in_time, coalesce(d.portal_ended_late, 0) + 0 AS portal_ended_late,
    coalesce(d.portal_overdue, 0) + 0 AS portal_overdue
FROM board.unit_month_seen d;
COMMENT ON VIEW hoso_bi.unit_month IS
    'unit_day by calendar month, which its first day stands for';

CREATE VIEW hoso_bi.procedure_month AS
SELECT d.month, d.unit, d.procedure, d.field, d.channel,
    coalesce(d.received, 0) + 0 AS received, coalesce(d.received_online, 0) + 0 AS received_online,
    coalesce(d.received_direct, 0) + 0 AS received_direct, coalesce(d.received_postal, 0) + 0 AS received_postal,
    coalesce(d.closed_early, 0) + 0 AS closed_early, coalesce(d.closed_on_time, 0) + 0 AS closed_on_time,
    coalesce(d.closed_late, 0) + 0 AS closed_late, coalesce(d.outcome_approved, 0) + 0 AS outcome_approved,
    coalesce(d.outcome_rejected, 0) + 0 AS outcome_rejected, coalesce(d.outcome_withdrawn, 0) + 0 AS outcome_withdrawn,
    coalesce(d.outcome_declined, 0) + 0 AS outcome_declined, coalesce(d.paused, 0) + 0 AS paused,
    coalesce(d.overdue, 0) + 0 AS overdue, coalesce(d.amount_paid_online, 0) + 0 AS amount_paid_online,
    coalesce(d.online_payments, 0) + 0 AS online_payments, coalesce(d.notifications, 0) + 0 AS notifications,
    coalesce(d.digitized_received, 0) + 0 AS digitized_received, coalesce(d.digitized_closed, 0) + 0 AS digitized_closed,
    coalesce(d.reused_received, 0) + 0 AS reused_received, coalesce(d.reused_closed, 0) + 0 AS reused_closed,
    coalesce(d.fee_required_received, 0) + 0 AS fee_required_received,
    coalesce(d.fee_required_closed, 0) + 0 AS fee_required_closed,
    coalesce(d.paid_online_received, 0) + 0 AS paid_online_received,
    coalesce(d.paid_online_closed, 0) + 0 AS paid_online_closed,
    coalesce(d.result_electronic_received, 0) + 0 AS result_electronic_received,
    coalesce(d.result_electronic_closed, 0) + 0 AS result_electronic_closed,
    coalesce(d.result_digitized_received, 0) + 0 AS result_digitized_received,
    coalesce(d.result_digitized_closed, 0) + 0 AS result_digitized_closed,
    coalesce(d.returned_by_post_received, 0) + 0 AS returned_by_post_received,
    coalesce(d.returned_by_post_closed, 0) + 0 AS returned_by_post_closed,
    coalesce(d.same_day_received, 0) + 0 AS same_day_received, coalesce(d.same_day_closed, 0) + 0 AS same_day_closed,
    coalesce(d.apologised_received, 0) + 0 AS apologised_received, coalesce(d.apologised_closed, 0) + 0 AS apologised_closed,
    coalesce(d.promise_kept_received, 0) + 0 AS promise_kept_received,
    coalesce(d.promise_kept_closed, 0) + 0 AS promise_kept_closed,
    coalesce(d.portal_observed_received, 0) + 0 AS portal_observed_received,
    coalesce(d.portal_observed_closed, 0) + 0 AS portal_observed_closed,
    coalesce(d.portal_synced_received, 0) + 0 AS portal_synced_received,
    coalesce(d.portal_synced_closed, 0) + 0 AS portal_synced_closed,
    coalesce(d.satisfied_received, 0) + 0 AS satisfied_received, coalesce(d.satisfied_closed, 0) + 0 AS satisfied_closed,
    coalesce(d.rated_received, 0) + 0 AS rated_received, coalesce(d.rated_closed, 0) + 0 AS rated_closed,
    coalesce(d.petition_received, 0) + 0 AS petition_received, coalesce(d.petition_regulation, 0) + 0 AS petition_regulation,
    coalesce(d.petition_behaviour, 0) + 0 AS petition_behaviour, coalesce(d.petition_answered, 0) + 0 AS petition_answered,
    coalesce(d.petition_published, 0) + 0 AS petition_published, coalesce(d.petition_rated, 0) + 0 AS petition_rated,
    coalesce(d.petition_satisfied, 0) + 0 AS petition_satisfied,
    coalesce(d.digitized_throughout_closed, 0) + 0 AS digitized_throughout_closed,
    coalesce(d.portal_ended_in_time, 0) + 0 AS portal_ended_in_time, coalesce(d.portal_ended_late, 0) + 0 AS portal_ended_late,
    coalesce(d.portal_overdue, 0) + 0 AS portal_overdue
FROM board.procedure_month_seen d;
COMMENT ON VIEW hoso_bi.procedure_month IS
    'procedure_day by calendar month, which its first day stands for';

-- Every cell of a period report, out of sums before the period and before its end; columns that nobody asks for cost nothing.
-- Whole months are read where they can be.
CREATE FUNCTION hoso_bi.report(top text, first date, last date, by_procedure boolean DEFAULT false) RETURNS TABLE (
    unit text, channel text, procedure text, field text,
    received_total bigint, received_new bigint, received_online bigint, received_direct bigint, received_postal bigint,
    received_carried_over bigint, resolved_total bigint, resolved_early bigint, resolved_on_time bigint, resolved_late bigint,
    resolved_approved bigint, resolved_rejected bigint, resolved_withdrawn bigint, resolved_declined bigint,
    pending_total bigint, pending_not_due bigint, pending_overdue bigint, pending_paused bigint, tags_digitized_in_scope bigint,
    tags_digitized_new bigint, tags_digitized_resolved bigint, tags_reused_in_scope bigint, tags_reused_new bigint,
    tags_reused_resolved bigint, tags_fee_required_in_scope bigint, tags_fee_required_new bigint,
    tags_fee_required_resolved bigint, tags_paid_online_in_scope bigint, tags_paid_online_new bigint,
    tags_paid_online_resolved bigint, tags_result_electronic_in_scope bigint, tags_result_electronic_new bigint,
    tags_result_electronic_resolved bigint, tags_result_digitized_in_scope bigint, tags_result_digitized_new bigint,
    tags_result_digitized_resolved bigint, tags_returned_by_post_in_scope bigint, tags_returned_by_post_new bigint,
    tags_returned_by_post_resolved bigint, tags_same_day_in_scope bigint, tags_same_day_new bigint,
    tags_same_day_resolved bigint, tags_apologised_in_scope bigint, tags_apologised_new bigint, tags_apologised_resolved bigint,
    tags_promise_kept_in_scope bigint, tags_promise_kept_new bigint, tags_promise_kept_resolved bigint,
    tags_portal_observed_in_scope bigint, tags_portal_observed_new bigint, tags_portal_observed_resolved bigint,
    tags_portal_synced_in_scope bigint, tags_portal_synced_new bigint, tags_portal_synced_resolved bigint,
    tags_satisfied_in_scope bigint, tags_satisfied_new bigint, tags_satisfied_resolved bigint, tags_rated_in_scope bigint,
    tags_rated_new bigint, tags_rated_resolved bigint, amounts_paid_online bigint, amounts_online_payments bigint,
    amounts_notifications bigint, petitions_received bigint, petitions_regulation bigint, petitions_behaviour bigint,
    petitions_carried_over bigint, petitions_answered bigint, petitions_published bigint, petitions_pending bigint,
    petitions_rated bigint, petitions_satisfied bigint, digitized_throughout_resolved bigint, portal_in_scope bigint,
    portal_ended_in_time bigint, portal_ended_late bigint, portal_pending_total bigint, portal_pending_not_due bigint,
    portal_pending_overdue bigint)
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
SELECT unit, channel, procedure, field,
    received_end - closed_early_start - closed_on_time_start - closed_late_start AS received_total,
    received_end - received_start AS received_new,
    received_online_end - received_online_start AS received_online,
    received_direct_end - received_direct_start AS received_direct,
    received_postal_end - received_postal_start AS received_postal,
    received_start - closed_early_start - closed_on_time_start - closed_late_start AS received_carried_over,
    closed_early_end - closed_early_start + closed_on_time_end - closed_on_time_start + closed_late_end - closed_late_start
        AS resolved_total,
    closed_early_end - closed_early_start AS resolved_early,
    closed_on_time_end - closed_on_time_start AS resolved_on_time,
    closed_late_end - closed_late_start AS resolved_late,
    outcome_approved_end - outcome_approved_start AS resolved_approved,
    outcome_rejected_end - outcome_rejected_start AS resolved_rejected,
    outcome_withdrawn_end - outcome_withdrawn_start AS resolved_withdrawn,
    outcome_declined_end - outcome_declined_start AS resolved_declined,
    received_end - closed_early_end - closed_on_time_end - closed_late_end AS pending_total,
    received_end - closed_early_end - closed_on_time_end - closed_late_end - overdue_end AS pending_not_due,
    overdue_end AS pending_overdue,
    paused_end AS pending_paused,
    digitized_received_end - digitized_closed_start AS tags_digitized_in_scope,
    digitized_received_end - digitized_received_start AS tags_digitized_new,
    digitized_closed_end - digitized_closed_start AS tags_digitized_resolved,
    reused_received_end - reused_closed_start AS tags_reused_in_scope,
    reused_received_end - reused_received_start AS tags_reused_new,
    reused_closed_end - reused_closed_start AS tags_reused_resolved,
    fee_required_received_end - fee_required_closed_start AS tags_fee_required_in_scope,
    fee_required_received_end - fee_required_received_start AS tags_fee_required_new,
    fee_required_closed_end - fee_required_closed_start AS tags_fee_required_resolved,
    paid_online_received_end - paid_online_closed_start AS tags_paid_online_in_scope,
    paid_online_received_end - paid_online_received_start AS tags_paid_online_new,
    paid_online_closed_end - paid_online_closed_start AS tags_paid_online_resolved,
    result_electronic_received_end - result_electronic_closed_start AS tags_result_electronic_in_scope,
    result_electronic_received_end - result_electronic_received_start AS tags_result_electronic_new,
    result_electronic_closed_end - result_electronic_closed_start AS tags_result_electronic_resolved,
    result_digitized_received_end - result_digitized_closed_start AS tags_result_digitized_in_scope,
    result_digitized_received_end - result_digitized_received_start AS tags_result_digitized_new,
    result_digitized_closed_end - result_digitized_closed_start AS tags_result_digitized_resolved,
    returned_by_post_received_end - returned_by_post_closed_start AS tags_returned_by_post_in_scope,
    returned_by_post_received_end - returned_by_post_received_start AS tags_returned_by_post_new,
    returned_by_post_closed_end - returned_by_post_closed_start AS tags_returned_by_post_resolved,
    same_day_received_end - same_day_closed_start AS tags_same_day_in_scope,
    same_day_received_end - same_day_received_start AS tags_same_day_new,
    same_day_closed_end - same_day_closed_start AS tags_same_day_resolved,
    apologised_received_end - apologised_closed_start AS tags_apologised_in_scope,
    apologised_received_end - apologised_received_start AS tags_apologised_new,
    apologised_closed_end - apologised_closed_start AS tags_apologised_resolved,
    promise_kept_received_end - promise_kept_closed_start AS tags_promise_kept_in_scope,
    promise_kept_received_end - promise_kept_received_start AS tags_promise_kept_new,
    promise_kept_closed_end - promise_kept_closed_start AS tags_promise_kept_resolved,
    portal_observed_received_end - portal_observed_closed_start AS tags_portal_observed_in_scope,
    portal_observed_received_end - portal_observed_received_start AS tags_portal_observed_new,
    portal_observed_closed_end - portal_observed_closed_start AS tags_portal_observed_resolved,
    portal_synced_received_end - portal_synced_closed_start AS tags_portal_synced_in_scope,
    portal_synced_received_end - portal_synced_received_start AS tags_portal_synced_new,
    portal_synced_closed_end - portal_synced_closed_start AS tags_portal_synced_resolved,
    satisfied_received_end - satisfied_closed_start AS tags_satisfied_in_scope,
    satisfied_received_end - satisfied_received_start AS tags_satisfied_new,
    satisfied_closed_end - satisfied_closed_start AS tags_satisfied_resolved,
    rated_received_end - rated_closed_start AS tags_rated_in_scope,
    rated_received_end - rated_received_start AS tags_rated_new,
    rated_closed_end - rated_closed_start AS tags_rated_resolved,
    amount_paid_online_end - amount_paid_online_start AS amounts_paid_online,
    online_payments_end - online_payments_start AS amounts_online_payments,
    notifications_end - notifications_start AS amounts_notifications,
    petition_received_end - petition_received_start AS petitions_received,
    petition_regulation_end - petition_regulation_start AS petitions_regulation,
    petition_behaviour_end - petition_behaviour_start AS petitions_behaviour,
    petition_received_start - petition_answered_start AS petitions_carried_over,
    petition_answered_end - petition_answered_start AS petitions_answered,
    petition_published_end - petition_published_start AS petitions_published,
    petition_received_end - petition_answered_end AS petitions_pending,
    petition_rated_end - petition_rated_start AS petitions_rated,
    petition_satisfied_end - petition_satisfied_start AS petitions_satisfied,
    digitized_throughout_closed_end - digitized_throughout_closed_start AS digitized_throughout_resolved,
    received_end - closed_early_start - closed_on_time_start - closed_late_start - portal_ended_in_time_start
        - portal_ended_late_start AS portal_in_scope,
    closed_early_end - closed_early_start + closed_on_time_end - closed_on_time_start + portal_ended_in_time_end
        - portal_ended_in_time_start AS portal_ended_in_time,
    closed_late_end - closed_late_start + portal_ended_late_end - portal_ended_late_start AS portal_ended_late,
    received_end - closed_early_end - closed_on_time_end - closed_late_end - portal_ended_in_time_end - portal_ended_late_end
        AS portal_pending_total,
    received_end - closed_early_end - closed_on_time_end - closed_late_end - portal_ended_in_time_end - portal_ended_late_end
        - overdue_end - portal_overdue_end AS portal_pending_not_due,
    overdue_end + portal_overdue_end AS portal_pending_overdue
FROM (
    SELECT unit, channel, procedure, field,
        sum(received)::bigint AS received_end, coalesce(sum(received) FILTER (WHERE day < first), 0)::bigint AS received_start,
        sum(received_online)::bigint AS received_online_end,
        coalesce(sum(received_online) FILTER (WHERE day < first), 0)::bigint AS received_online_start,
        sum(received_direct)::bigint AS received_direct_end,
        coalesce(sum(received_direct) FILTER (WHERE day < first), 0)::bigint AS received_direct_start,
        sum(received_postal)::bigint AS received_postal_end,
        coalesce(sum(received_postal) FILTER (WHERE day < first), 0)::bigint AS received_postal_start,
        sum(closed_early)::bigint AS closed_early_end,
        coalesce(sum(closed_early) FILTER (WHERE day < first), 0)::bigint AS closed_early_start,
        sum(closed_on_time)::bigint AS closed_on_time_end,
        coalesce(sum(closed_on_time) FILTER (WHERE day < first), 0)::bigint AS closed_on_time_start,
        sum(closed_late)::bigint AS closed_late_end,
        coalesce(sum(closed_late) FILTER (WHERE day < first), 0)::bigint AS closed_late_start,
        sum(outcome_approved)::bigint AS outcome_approved_end,
        coalesce(sum(outcome_approved) FILTER (WHERE day < first), 0)::bigint AS outcome_approved_start,
        sum(outcome_rejected)::bigint AS outcome_rejected_end,
        coalesce(sum(outcome_rejected) FILTER (WHERE day < first), 0)::bigint AS outcome_rejected_start,
        sum(outcome_withdrawn)::bigint AS outcome_withdrawn_end,
        coalesce(sum(outcome_withdrawn) FILTER (WHERE day < first), 0)::bigint AS outcome_withdrawn_start,
        sum(outcome_declined)::bigint AS outcome_declined_end,
        coalesce(sum(outcome_declined) FILTER (WHERE day < first), 0)::bigint AS outcome_declined_start,
        sum(paused)::bigint AS paused_end, coalesce(sum(paused) FILTER (WHERE day < first), 0)::bigint AS paused_start,
        sum(overdue)::bigint AS overdue_end, coalesce(sum(overdue) FILTER (WHERE day < first), 0)::bigint AS overdue_start,
        sum(amount_paid_online)::bigint AS amount_paid_online_end,
        coalesce(sum(amount_paid_online) FILTER (WHERE day < first), 0)::bigint AS amount_paid_online_start,
        sum(online_payments)::bigint AS online_payments_end,
        coalesce(sum(online_payments) FILTER (WHERE day < first), 0)::bigint AS online_payments_start,
        sum(notifications)::bigint AS notifications_end,
        coalesce(sum(notifications) FILTER (WHERE day < first), 0)::bigint AS notifications_start,
        sum(digitized_received)::bigint AS digitized_received_end,
        coalesce(sum(digitized_received) FILTER (WHERE day < first), 0)::bigint AS digitized_received_start,
        sum(digitized_closed)::bigint AS digitized_closed_end,
        coalesce(sum(digitized_closed) FILTER (WHERE day < first), 0)::bigint AS digitized_closed_start,
        sum(reused_received)::bigint AS reused_received_end,
        coalesce(sum(reused_received) FILTER (WHERE day < first), 0)::bigint AS reused_received_start,
        sum(reused_closed)::bigint AS reused_closed_end,
        coalesce(sum(reused_closed) FILTER (WHERE day < first), 0)::bigint AS reused_closed_start,
        sum(fee_required_received)::bigint AS fee_required_received_end,
        coalesce(sum(fee_required_received) FILTER (WHERE day < first), 0)::bigint AS fee_required_received_start,
        sum(fee_required_closed)::bigint AS fee_required_closed_end,
        coalesce(sum(fee_required_closed) FILTER (WHERE day < first), 0)::bigint AS fee_required_closed_start,
        sum(paid_online_received)::bigint AS paid_online_received_end,
        coalesce(sum(paid_online_received) FILTER (WHERE day < first), 0)::bigint AS paid_online_received_start,
        sum(paid_online_closed)::bigint AS paid_online_closed_end,
        coalesce(sum(paid_online_closed) FILTER (WHERE day < first), 0)::bigint AS paid_online_closed_start,
        sum(result_electronic_received)::bigint AS result_electronic_received_end,
        coalesce(sum(result_electronic_received) FILTER (WHERE day < first), 0)::bigint AS result_electronic_received_start,
        sum(result_electronic_closed)::bigint AS result_electronic_closed_end,
        coalesce(sum(result_electronic_closed) FILTER (WHERE day < first), 0)::bigint AS result_electronic_closed_start,
        sum(result_digitized_received)::bigint AS result_digitized_received_end,
        coalesce(sum(result_digitized_received) FILTER (WHERE day < first), 0)::bigint AS result_digitized_received_start,
        sum(result_digitized_closed)::bigint AS result_digitized_closed_end,
        coalesce(sum(result_digitized_closed) FILTER (WHERE day < first), 0)::bigint AS result_digitized_closed_start,
        sum(returned_by_post_received)::bigint AS returned_by_post_received_end,
        coalesce(sum(returned_by_post_received) FILTER (WHERE day < first), 0)::bigint AS returned_by_post_received_start,
        sum(returned_by_post_closed)::bigint AS returned_by_post_closed_end,
        coalesce(sum(returned_by_post_closed) FILTER (WHERE day < first), 0)::bigint AS returned_by_post_closed_start,
        sum(same_day_received)::bigint AS same_day_received_end,
        coalesce(sum(same_day_received) FILTER (WHERE day < first), 0)::bigint AS same_day_received_start,
        sum(same_day_closed)::bigint AS same_day_closed_end,
        coalesce(sum(same_day_closed) FILTER (WHERE day < first), 0)::bigint AS same_day_closed_start,
        sum(apologised_received)::bigint AS apologised_received_end,
        coalesce(sum(apologised_received) FILTER (WHERE day < first), 0)::bigint AS apologised_received_start,
        sum(apologised_closed)::bigint AS apologised_closed_end,
        coalesce(sum(apologised_closed) FILTER (WHERE day < first), 0)::bigint AS apologised_closed_start,
        sum(promise_kept_received)::bigint AS promise_kept_received_end,
        coalesce(sum(promise_kept_received) FILTER (WHERE day < first), 0)::bigint AS promise_kept_received_start,
        sum(promise_kept_closed)::bigint AS promise_kept_closed_end,
        coalesce(sum(promise_kept_closed) FILTER (WHERE day < first), 0)::bigint AS promise_kept_closed_start,
        sum(portal_observed_received)::bigint AS portal_observed_received_end,
        coalesce(sum(portal_observed_received) FILTER (WHERE day < first), 0)::bigint AS portal_observed_received_start,
        sum(portal_observed_closed)::bigint AS portal_observed_closed_end,
        coalesce(sum(portal_observed_closed) FILTER (WHERE day < first), 0)::bigint AS portal_observed_closed_start,
        sum(portal_synced_received)::bigint AS portal_synced_received_end,
        coalesce(sum(portal_synced_received) FILTER (WHERE day < first), 0)::bigint AS portal_synced_received_start,
        sum(portal_synced_closed)::bigint AS portal_synced_closed_end,
        coalesce(sum(portal_synced_closed) FILTER (WHERE day < first), 0)::bigint AS portal_synced_closed_start,
        sum(satisfied_received)::bigint AS satisfied_received_end,
        coalesce(sum(satisfied_received) FILTER (WHERE day < first), 0)::bigint AS satisfied_received_start,
        sum(satisfied_closed)::bigint AS satisfied_closed_end,
        coalesce(sum(satisfied_closed) FILTER (WHERE day < first), 0)::bigint AS satisfied_closed_start,
        sum(rated_received)::bigint AS rated_received_end,
        coalesce(sum(rated_received) FILTER (WHERE day < first), 0)::bigint AS rated_received_start,
        sum(rated_closed)::bigint AS rated_closed_end,
        coalesce(sum(rated_closed) FILTER (WHERE day < first), 0)::bigint AS rated_closed_start,
        sum(petition_received)::bigint AS petition_received_end,
        coalesce(sum(petition_received) FILTER (WHERE day < first), 0)::bigint AS petition_received_start,
        sum(petition_regulation)::bigint AS petition_regulation_end,
        coalesce(sum(petition_regulation) FILTER (WHERE day < first), 0)::bigint AS petition_regulation_start,
        sum(petition_behaviour)::bigint AS petition_behaviour_end,
        coalesce(sum(petition_behaviour) FILTER (WHERE day < first), 0)::bigint AS petition_behaviour_start,
        sum(petition_answered)::bigint AS petition_answered_end,
        coalesce(sum(petition_answered) FILTER (WHERE day < first), 0)::bigint AS petition_answered_start,
        sum(petition_published)::bigint AS petition_published_end,
        coalesce(sum(petition_published) FILTER (WHERE day < first), 0)::bigint AS petition_published_start,
        sum(petition_rated)::bigint AS petition_rated_end,
        coalesce(sum(petition_rated) FILTER (WHERE day < first), 0)::bigint AS petition_rated_start,
        sum(petition_satisfied)::bigint AS petition_satisfied_end,
        coalesce(sum(petition_satisfied) FILTER (WHERE day < first), 0)::bigint AS petition_satisfied_start,
        sum(digitized_throughout_closed)::bigint AS digitized_throughout_closed_end,
        coalesce(sum(digitized_throughout_closed) FILTER (WHERE day < first), 0)::bigint AS digitized_throughout_closed_start,
        sum(portal_ended_in_time)::bigint AS portal_ended_in_time_end,
        coalesce(sum(portal_ended_in_time) FILTER (WHERE day < first), 0)::bigint AS portal_ended_in_time_start,
        sum(portal_ended_late)::bigint AS portal_ended_late_end,
        coalesce(sum(portal_ended_late) FILTER (WHERE day < first), 0)::bigint AS portal_ended_late_start,
        sum(portal_overdue)::bigint AS portal_overdue_end,
        coalesce(sum(portal_overdue) FILTER (WHERE day < first), 0)::bigint AS portal_overdue_start
    FROM (
        SELECT month AS day, unit, channel, '' AS procedure, '' AS field,
            received, received_online, received_direct, received_postal, closed_early, closed_on_time, closed_late,
            outcome_approved, outcome_rejected, outcome_withdrawn, outcome_declined, paused, overdue, amount_paid_online,
            online_payments, notifications, digitized_received, digitized_closed, reused_received, reused_closed,
            fee_required_received, fee_required_closed, paid_online_received, paid_online_closed, result_electronic_received,
            result_electronic_closed, result_digitized_received, result_digitized_closed, returned_by_post_received,
            returned_by_post_closed, same_day_received, same_day_closed, apologised_received, apologised_closed,
            promise_kept_received, promise_kept_closed, portal_observed_received, portal_observed_closed, portal_synced_received,
            portal_synced_closed, satisfied_received, satisfied_closed, rated_received, rated_closed, petition_received,
            petition_regulation, petition_behaviour, petition_answered, petition_published, petition_rated, petition_satisfied,
            digitized_throughout_closed, portal_ended_in_time, portal_ended_late, portal_overdue
        FROM hoso_bi.unit_month
        WHERE NOT by_procedure
            AND (month < date_trunc('month', first::timestamp)::date
                OR (month > first AND month < date_trunc('month', last::timestamp)::date))
            AND unit = ANY (ARRAY(SELECT b.unit FROM hoso_bi.below b WHERE b.above = top))
        UNION ALL
        SELECT day, unit, channel, '', '',
            received, received_online, received_direct, received_postal, closed_early, closed_on_time, closed_late,
            outcome_approved, outcome_rejected, outcome_withdrawn, outcome_declined, paused, overdue, amount_paid_online,
            online_payments, notifications, digitized_received, digitized_closed, reused_received, reused_closed,
            fee_required_received, fee_required_closed, paid_online_received, paid_online_closed, result_electronic_received,
            result_electronic_closed, result_digitized_received, result_digitized_closed, returned_by_post_received,
            returned_by_post_closed, same_day_received, same_day_closed, apologised_received, apologised_closed,
            promise_kept_received, promise_kept_closed, portal_observed_received, portal_observed_closed, portal_synced_received,
            portal_synced_closed, satisfied_received, satisfied_closed, rated_received, rated_closed, petition_received,
            petition_regulation, petition_behaviour, petition_answered, petition_published, petition_rated, petition_satisfied,
            digitized_throughout_closed, portal_ended_in_time, portal_ended_late, portal_overdue
        FROM hoso_bi.unit_day
        WHERE NOT by_procedure AND day <= last
            AND (day >= date_trunc('month', last::timestamp)::date
                OR (day >= date_trunc('month', first::timestamp)::date
                    AND day < (date_trunc('month', first::timestamp) + interval '1 month')::date))
            AND unit = ANY (ARRAY(SELECT b.unit FROM hoso_bi.below b WHERE b.above = top))
        UNION ALL
        SELECT month, unit, channel, procedure, field,
            received, received_online, received_direct, received_postal, closed_early, closed_on_time, closed_late,
            outcome_approved, outcome_rejected, outcome_withdrawn, outcome_declined, paused, overdue, amount_paid_online,
            online_payments, notifications, digitized_received, digitized_closed, reused_received, reused_closed,
            fee_required_received, fee_required_closed, paid_online_received, paid_online_closed, result_electronic_received,
            result_electronic_closed, result_digitized_received, result_digitized_closed, returned_by_post_received,
            returned_by_post_closed, same_day_received, same_day_closed, apologised_received, apologised_closed,
            promise_kept_received, promise_kept_closed, portal_observed_received, portal_observed_closed, portal_synced_received,
            portal_synced_closed, satisfied_received, satisfied_closed, rated_received, rated_closed, petition_received,
            petition_regulation, petition_behaviour, petition_answered, petition_published, petition_rated, petition_satisfied,
            digitized_throughout_closed, portal_ended_in_time, portal_ended_late, portal_overdue
        FROM hoso_bi.procedure_month
        WHERE by_procedure
            AND (month < date_trunc('month', first::timestamp)::date
                OR (month > first AND month < date_trunc('month', last::timestamp)::date))
            AND unit = ANY (ARRAY(SELECT b.unit FROM hoso_bi.below b WHERE b.above = top))
        UNION ALL
        SELECT day, unit, channel, procedure, field,
            received, received_online, received_direct, received_postal, closed_early, closed_on_time, closed_late,
            outcome_approved, outcome_rejected, outcome_withdrawn, outcome_declined, paused, overdue, amount_paid_online,
            online_payments, notifications, digitized_received, digitized_closed, reused_received, reused_closed,
            fee_required_received, fee_required_closed, paid_online_received, paid_online_closed, result_electronic_received,
            result_electronic_closed, result_digitized_received, result_digitized_closed, returned_by_post_received,
            returned_by_post_closed, same_day_received, same_day_closed, apologised_received, apologised_closed,
            promise_kept_received, promise_kept_closed, portal_observed_received, portal_observed_closed, portal_synced_received,
            portal_synced_closed, satisfied_received, satisfied_closed, rated_received, rated_closed, petition_received,
            petition_regulation, petition_behaviour, petition_answered, petition_published, petition_rated, petition_satisfied,
            digitized_throughout_closed, portal_ended_in_time, portal_ended_late, portal_overdue
        FROM hoso_bi.procedure_day
        WHERE by_procedure AND day <= last
            AND (day >= date_trunc('month', last::timestamp)::date
                OR (day >= date_trunc('month', first::timestamp)::date
                    AND day < (date_trunc('month', first::timestamp) + interval '1 month')::date))
            AND unit = ANY (ARRAY(SELECT b.unit FROM hoso_bi.below b WHERE b.above = top))
    ) AS line
    WHERE first <= last
    GROUP BY unit, channel, procedure, field
) AS total;
END;
COMMENT ON FUNCTION hoso_bi.report IS
    'The cells of GET /api/v1/report, both days inclusive (none where they are the wrong way round), by each owning unit at or below top, by channel, and if asked by procedure and field; stocks are those at the end of the last day. Units are below top in the tree of the day that is shown, where GET /api/v1/report takes the tree of the last day: where a unit has moved since, the two differ';

-- Everybody who may connect to the database may ask; what is seen is for board.reader to say.
GRANT USAGE ON SCHEMA hoso_bi TO PUBLIC;
GRANT SELECT ON ALL TABLES IN SCHEMA hoso_bi TO PUBLIC;
