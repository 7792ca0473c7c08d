package hoso.vocabulary;

/** How a dossier is received or its result returned: trực tuyến, trực tiếp, bưu chính công ích. */
public enum Channel {
    ONLINE,
    DIRECT,
    POSTAL
}
