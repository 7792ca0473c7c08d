package hoso.vocabulary;

/** How the work on a dossier ended; each of them closes it. */
public enum Outcome {
    APPROVED,
    REJECTED,
    WITHDRAWN,
    DECLINED
}
