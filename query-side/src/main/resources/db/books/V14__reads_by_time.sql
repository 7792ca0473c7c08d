-- Where in the record an instant lies: its rows are asked for by time, and stand by number.

CREATE INDEX look_at ON reading.look (at, number);
