package hoso.query.board;

import hoso.vocabulary.Unit;

/**
 * What boards show of one unit.
 *
 * @param code as those who ask call it
 * @param parent likewise; empty at the top of a tree
 * @param depth how many units are above it
 * @param standing of the dossiers of the unit and of all below it
 */
public record UnitBoard(String code, Unit unit, String parent, int depth, Standing standing) {}
