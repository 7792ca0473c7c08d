package hoso.query.snapshot.restatement;

import hoso.query.snapshot.Cause;

/**
 * What one cause moved a figure by.
 *
 * @param events how many of it moved it
 * @param dossiers of how many dossiers or petitions
 */
record Part(Cause cause, String name, long difference, long events, long dossiers) {}
