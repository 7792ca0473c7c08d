package hoso.event.wire.trespass;

import java.nio.file.Path;

/** A wire form that needs more than JSON. */
record OpensFiles(Path path) {}
