package hoso.query.question;

import hoso.event.history.ReferenceRegister;

/** What was published about units, procedures and calendars, as of any position. */
@FunctionalInterface
public interface KnownReference {

    ReferenceRegister asOf(long position);
}
