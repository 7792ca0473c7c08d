package hoso.query.audit.mismatch;

import hoso.query.audit.portal.SideBySide;

/** A dossier of which the portal says otherwise. */
record Mismatch(String id, SideBySide sides) {}
