/** What the templates may say: the figures of a snapshot by name, and numbers and dates as officials write them. */
@NullMarked
package hoso.query.snapshot.document.wording;

import org.jspecify.annotations.NullMarked;
