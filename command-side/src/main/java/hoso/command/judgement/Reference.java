package hoso.command.judgement;

import hoso.event.history.ReferenceRegister;
import hoso.vocabulary.UnitTree;

/**
 * The reference data a decision is made with.
 *
 * @param position the newest reference event in it; 0 for none
 * @param today the tree of units as of today, by which rights are judged
 */
public record Reference(long position, ReferenceRegister register, UnitTree today) {}
