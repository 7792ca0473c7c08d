/** Hồ sơ: the life of one dossier, drawn and told; what it would be with other facts; its evidence. */
@NullMarked
package hoso.query.desk.dossier;

import org.jspecify.annotations.NullMarked;
