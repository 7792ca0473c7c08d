package hoso.command.judgement;

import java.util.Locale;

/** Why a submission of the right shape can be refused; the name in lower case with hyphens is the contract's code. */
public enum RefusalCode {
    MALFORMED,
    UNKNOWN_PROPERTY,
    FORBIDDEN,
    ID_REUSED,
    VOIDED,
    UNKNOWN_UNIT,
    UNKNOWN_PROCEDURE,
    UNKNOWN_DOSSIER,
    UNKNOWN_PETITION,
    UNKNOWN_FACT,
    TOO_MANY_FACTS,
    ALREADY_RECEIVED,
    BEFORE_RECEIPT,
    ALREADY_CLOSED,
    ALREADY_PAUSED,
    NOT_PAUSED,
    NOT_CLOSED,
    NOT_LATE,
    PAST_DUE,
    NOT_LATER,
    ALREADY_ANSWERED,
    NOT_ANSWERED,
    ALREADY_PUBLISHED,
    CONTRADICTS_HISTORY,
    /** An event before it is sick: it cannot be read or folded. */
    PARKED;

    /** As the contract writes it, {@code unknown-unit}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a code of shape. */
    public static RefusalCode of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
