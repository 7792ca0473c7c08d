-- Hashes of subtrees that turn out to be of another log, as of one that was restored since, are replaced.

GRANT UPDATE ON proof.tile TO "${application}";
