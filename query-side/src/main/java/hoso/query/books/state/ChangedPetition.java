package hoso.query.books.state;

import hoso.event.history.PetitionHistory;

/**
 * A petition that a batch has changed, to be written to its row.
 *
 * @param position of the last event that changed it
 */
public record ChangedPetition(String id, long position, PetitionHistory history) {}
