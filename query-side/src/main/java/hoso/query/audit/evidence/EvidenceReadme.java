package hoso.query.audit.evidence;

import hoso.query.feed.proof.Proven;

/** What a bundle says of itself to whoever opens it, in Vietnamese and in English. */
final class EvidenceReadme {

    private EvidenceReadme() {}

    static String of(Bundle bundle, Proven proven) {
        Manifest manifest = bundle.manifest();
        return """
                BẰNG CHỨNG VỀ HỒ SƠ %1$s

                Gói này chứng minh, không cần truy cập hệ thống, những gì đã được ghi nhận về hồ sơ và thời hạn của hồ sơ.

                  clock.txt          diễn biến thời hạn bằng lời
                  clock.json         diễn biến thời hạn, từng khoảng thời gian
                  events.ndjson      các sự kiện của hồ sơ, nguyên văn như đã lưu (%2$d sự kiện đầu tiên)
                  reference.ndjson   thủ tục và lịch làm việc mà thời hạn được tính theo
                  proofs.ndjson      mã băm của từng sự kiện và đường dẫn đến gốc cây (RFC 6962)
                  head.json          gốc cây do cơ quan ký (Ed25519)
                  key.pem            khóa công khai của cơ quan
                  manifest.json      thông tin của gói

                Kiểm tra:  infra/run verify TÊN-GÓI.zip
                Hoặc chỉ với tệp JAR:  java -jar hoso.jar verify TÊN-GÓI.zip

                Dấu vân tay của khóa: %3$s
                Hãy so với dấu vân tay mà cơ quan đã công bố: chữ ký chỉ có giá trị khi hai bên trùng nhau.

                Gói không chứa nội dung văn bản tự do (lý do, ý kiến) và không chứa dữ liệu cá nhân của người nộp.
                Tên đơn vị lấy từ danh mục và không được chứng minh ở đây. Các sự kiện trong gói có thật trong sổ và nối liền
                nhau từ khi tiếp nhận đến vị trí %4$d. Gói KHÔNG chứng minh rằng sau vị trí đó hồ sơ không còn sự kiện nào: ai lập
                gói đều có thể dừng sớm hơn. Muốn biết, hãy hỏi cơ quan một gói mới. Lịch và thủ tục trong gói có thật trong sổ;
                gói không chứng minh rằng không còn lịch hay phiên bản nào khác. Hạn và kết luận đã ghi nằm trong chính các sự
                kiện.

                ------------------------------------------------------------------------------------------------------

                EVIDENCE ON DOSSIER %1$s

                This bundle proves, without access to the system, what was recorded of the dossier and of its deadline.

                  clock.txt          the account of its clock, in words (Vietnamese)
                  clock.json         the same, segment by segment
                  events.ndjson      events of the dossier, byte for byte as stored (the first %2$d)
                  reference.ndjson   the procedures and calendars that its clock is decided by
                  proofs.ndjson      the leaf hash of each event, and its path to the root of the tree (RFC 6962)
                  head.json          the head of the tree, signed by the office (Ed25519)
                  key.pem            the office's public key
                  manifest.json      what the bundle is about

                To check it:  infra/run verify NAME.zip
                Or with the JAR alone:  java -jar hoso.jar verify NAME.zip

                Fingerprint of the key: %3$s
                Compare it with the one that the office has published: the signature is worth something only where both
                are the same.

                The bundle has no free text (reasons, claims) and no personal data of the applicant. Names of units are those of
                the register, and are not proven here. The events in it are in the log, and follow each other without a gap from
                the receipt to position %4$d. That the dossier has no event after that position it does NOT prove: whoever makes
                a bundle may stop earlier. To know it, ask the office for a new one. The calendars and procedures in it are in
                the log; that there is no other it does not prove. The due instants and verdicts that were recorded stand in the
                events themselves.
                """.formatted(
                        manifest.dossier(),
                        bundle.events().size(),
                        proven.key().fingerprint(),
                        bundle.events().getLast().position());
    }
}
