package hoso.command.judgement;

import hoso.event.history.ReferenceRegister;
import hoso.vocabulary.UnitTree;
import java.time.LocalDate;

/**
 * The reference data a decision is made with.
 *
 * @param position the newest reference event in it; 0 for none
 * @param date the date of today
 * @param today the tree of units as of that date, by which rights are judged
 */
public record Reference(long position, ReferenceRegister register, LocalDate date, UnitTree today) {

    public static Reference on(LocalDate date, long position, ReferenceRegister register) {
        return new Reference(position, register, date, register.tree(date));
    }
}
