package hoso.vocabulary;

/** How far a procedure is offered online: toàn trình, một phần, thông tin. */
public enum OnlineLevel {
    FULL,
    PARTIAL,
    INFO
}
