package hoso.standalone.verify;

import java.util.Optional;

/**
 * What came of one check.
 *
 * @param checked how many were looked at
 * @param wrong how many of them are not what they should be
 * @param first of those
 * @param absent why there was nothing to compare with, where there was not
 */
public record Outcome(Check check, long checked, long wrong, Optional<Finding> first, Optional<String> absent) {

    /**
     * Something that is not what was stored or signed.
     *
     * @param position of the event, or the size of the head, or the number of the row of the chain
     */
    public record Finding(long position, String what) {}
}
