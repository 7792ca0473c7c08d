package hoso.query.report;

import hoso.vocabulary.Channel;
import hoso.vocabulary.UnitLevel;

/** What officials call the channels and levels. */
public final class VietnameseNames {

    private VietnameseNames() {}

    public static String channel(String key) {
        return switch (Channel.valueOf(key)) {
            case ONLINE -> "Trực tuyến";
            case DIRECT -> "Trực tiếp";
            case POSTAL -> "Bưu chính công ích";
        };
    }

    public static String level(String key) {
        return switch (UnitLevel.valueOf(key)) {
            case PROVINCE -> "Cấp tỉnh";
            case DEPARTMENT -> "Sở, ban, ngành";
            case DISTRICT -> "Cấp huyện";
            case COMMUNE -> "Cấp xã";
            case DESK -> "Bộ phận Một cửa";
        };
    }
}
