-- The public keys that heads were signed with: whoever checks a head finds its key beside it, and is told the fingerprint by the
-- office itself.

CREATE TABLE store.head_key (
    fingerprint text  PRIMARY KEY,  -- SHA-256 of the key, in hexadecimal
    encoded     bytea NOT NULL      -- SubjectPublicKeyInfo of X.509, in DER
);

GRANT SELECT, INSERT ON store.head_key TO "${application}";
