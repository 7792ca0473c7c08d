package hoso.proof.trespass;

import java.nio.file.Path;

/** A proof that would need this machine. */
final class KeepsFiles {

    Path heads() {
        return Path.of("heads");
    }
}
