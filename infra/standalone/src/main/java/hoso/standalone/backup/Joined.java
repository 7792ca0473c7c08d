package hoso.standalone.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of one restore: a full backup, and those that go on where the one before ends, by position and by leaf. */
record Joined(List<SavedFile> files) implements AutoCloseable {

    static Joined open(List<Path> paths) throws IOException, UnfitBackup {
        var joined = new Joined(new ArrayList<>());
        try {
            for (Path path : paths) joined.add(SavedFile.open(path));
            return joined;
        } catch (IOException | UnfitBackup failed) {
            joined.close();
            throw failed;
        }
    }

    private void add(SavedFile next) throws UnfitBackup {
        boolean first = files.isEmpty();
        SavedFile before = first ? next : last();
        files.add(next);
        Manifest manifest = next.manifest();
        if (first && !manifest.isFull())
            throw new UnfitBackup(next.file() + " has what came after position " + manifest.after()
                    + ": a full backup is to be named first");
        if (first) return;
        if (manifest.after() != before.manifest().to())
            throw new UnfitBackup(next.file() + " goes on after position " + manifest.after() + ", and " + before.file()
                    + " ends at position " + before.manifest().to());
        if (!manifest.afterLeaf().equals(before.manifest().toLeaf()))
            throw new UnfitBackup(next.file() + " is of another store than " + before.file() + ": at position "
                    + manifest.after() + " they have two different events");
    }

    SavedFile last() {
        return files.getLast();
    }

    long events() {
        return files.stream()
                .mapToLong(file -> file.manifest().rows(Table.EVENTS.entry()))
                .sum();
    }

    @Override
    public void close() throws IOException {
        for (SavedFile file : files) file.close();
    }
}
