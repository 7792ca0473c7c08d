package hoso.standalone.verify;

/** What is looked at, in the order in which it is told. */
public enum Check {
    POSITIONS("Vị trí liền nhau", "positions without a gap"),
    TIMES("Giờ ghi không lùi", "times of recording never go back"),
    LEAVES("Nội dung đúng mã băm", "the bytes have their leaf hash"),
    COLUMNS("Cột khớp nội dung", "columns say what the bytes say"),
    STREAMS("Thứ tự trong hồ sơ", "events of each stream in order"),
    LEAF_LOG("Sổ mã băm", "log of leaves"),
    TABLE_HEADS("Gốc đã ký trong kho", "signed heads in the table"),
    FILE_HEADS("Gốc đã ký trong tệp", "signed heads in the file"),
    COPIED_HEADS("Gốc đã ký, bản sao", "signed heads in the copy"),
    SIGNATURES("Chữ ký", "signatures of heads"),
    LOSSES("Khai báo vị trí đã mất", "positions declared as lost"),
    TEXTS("Lời văn đúng mã băm", "free texts have their hashes"),
    CHAIN("Chuỗi báo cáo", "chain of snapshots"),
    CHAIN_HEADS("Gốc đã ký của chuỗi", "signed heads of the chain"),
    CHAIN_FILE("Gốc của chuỗi trong tệp", "heads of the chain in the file"),
    CHAIN_SIGNATURES("Chữ ký của chuỗi", "signatures of the chain's heads");

    private final String vietnamese;
    private final String english;

    Check(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    String vietnamese() {
        return vietnamese;
    }

    String english() {
        return english;
    }
}
