package hoso.query.report;

import hoso.event.history.ReferenceRegister;

/** What was published about units, procedures and calendars, as of any position. */
public interface ReferenceBook {

    ReferenceRegister asOf(long position);
}
