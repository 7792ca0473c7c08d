package hoso.house;

import hoso.event.wire.Digests;
import hoso.standalone.verify.Check;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Something that a superuser may do to a store, or whoever else gets at its files, by chance. */
enum Tampering {
    BYTES {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            return changed(store, chance, Check.LEAVES, row -> row.rest(flipped(row.rest(), chance)));
        }
    },
    BYTES_AND_LEAF {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            return changed(
                    store,
                    chance,
                    Check.LEAF_LOG,
                    row -> row.rest("\"time\":\"20", "\"time\":\"19").consistent());
        }
    },
    LEAF {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            return changed(store, chance, Check.LEAVES, row -> row.leaf(flipped(row.leaf(), chance)));
        }
    },
    TIME {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            return changed(
                    store,
                    chance,
                    Check.LEAVES,
                    row -> row.recordedAt(row.recordedAt().plusNanos(1_000)));
        }
    },
    TIME_AND_LEAF {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            return changed(
                    store,
                    chance,
                    Check.LEAF_LOG,
                    row -> row.recordedAt(
                                    row.recordedAt().plus(Duration.ofNanos(1_000L * (1 + chance.nextInt(1_000_000)))))
                            .consistent());
        }
    },
    TIME_BACK {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            return changed(
                    store,
                    chance,
                    1,
                    Check.TIMES,
                    row -> row.recordedAt(row.recordedAt().minus(Duration.ofDays(1 + chance.nextInt(900))))
                            .consistent());
        }
    },
    STREAM {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            return changed(store, chance, Check.COLUMNS, row -> row.stream("d/of.another." + chance.nextInt(9)));
        }
    },
    SEQUENCE {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            return changed(store, chance, Check.COLUMNS, row -> row.sequence(row.sequence() + 1_000));
        }
    },
    /** Its place in its stream is moved everywhere. */
    SEQUENCE_AND_BYTES {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            return changed(
                    store,
                    chance,
                    Check.LEAF_LOG,
                    row -> row.sequence(row.sequence() + 1_000)
                            .rest(
                                    "\"sequence\":" + row.sequence() + ",",
                                    "\"sequence\":" + (row.sequence() + 1_000) + ",")
                            .consistent());
        }
    },
    DELETED {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            var rows = new ArrayList<>(store.rows());
            var gone = rows.remove(chance.nextInt(rows.size() - 1));
            store.changeEvents(rows);
            return new Expected(Check.POSITIONS, gone.position());
        }
    },
    DELETED_AND_CLOSED_UP {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            var rows = new ArrayList<>(store.rows());
            int index = chance.nextInt(rows.size() - 1);
            rows.remove(index);
            store.changeEvents(renumbered(rows));
            return new Expected(Check.LEAF_LOG, index + 1);
        }
    },
    END_CUT {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            int left = chance.nextInt(store.rows().size());
            store.changeEvents(store.rows().subList(0, left));
            return new Expected(Check.LEAF_LOG, left + 1);
        }
    },
    /** The end is cut, and with it whatever else of it lies in the database. */
    END_CUT_WITH_HEADS {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            int left = chance.nextInt(store.rows().size());
            store.changeEvents(store.rows().subList(0, left));
            store.execute("DELETE FROM store.tree_head WHERE size > " + left);
            long head = store.headSizes().stream()
                    .filter(size -> size > left)
                    .findFirst()
                    .orElseThrow();
            return new Expected(Check.FILE_HEADS, head);
        }
    },
    /** As if they had been lost, and the store gone on above them. */
    DELETED_AND_DECLARED_AS_LOST {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            var rows = new ArrayList<>(store.rows());
            int index = chance.nextInt(rows.size() - 1);
            var gone = rows.subList(index, Math.min(rows.size(), index + 1 + chance.nextInt(5)));
            long from = gone.getFirst().position();
            long to = gone.getLast().position();
            gone.clear();
            store.changeEvents(rows);
            store.execute("DELETE FROM store.free_text WHERE position BETWEEN %d AND %d;".formatted(from, to)
                    + "INSERT INTO store.incarnation VALUES (2, %d, %d, %d, now(), 'admin', 'restored to position %d')"
                            .formatted(to + 1, from, to, from - 1));
            return new Expected(Check.LOSSES, from);
        }
    },
    INSERTED {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            var rows = new ArrayList<>(store.rows());
            int index = chance.nextInt(rows.size());
            var forged = rows.get(index).stream("d/forged").sequence(0);
            rows.add(index, forged.rest("\"subject\":\"", "\"subject\":\"forged."));
            store.changeEvents(renumbered(rows));
            return new Expected(Check.LEAF_LOG, index + 1);
        }
    },
    INSERTED_BELOW {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            var rows = new ArrayList<>(store.rows());
            long position = -chance.nextInt(50);
            rows.addFirst(
                    rows.getFirst().at(position).stream("d/forged").sequence(0).consistent());
            store.changeEvents(rows);
            return new Expected(Check.POSITIONS, position);
        }
    },
    SWAPPED {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            var two = two(store, chance);
            store.changeEvents(swapped(store, two));
            return new Expected(Check.LEAVES, two.getFirst() + 1);
        }
    },
    SWAPPED_WITH_LEAVES {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            var two = two(store, chance);
            store.changeEvents(
                    swapped(store, two).stream().map(TamperedRow::consistent).toList());
            return new Expected(Check.LEAF_LOG, two.getFirst() + 1);
        }
    },
    /** With the log of leaves too: then the next head alone tells. */
    EVERYTHING_BUT_THE_HEADS {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            var changed = changed(
                    store,
                    chance,
                    Check.TABLE_HEADS,
                    row -> row.rest("\"time\":\"20", "\"time\":\"19").consistent());
            var log = new ByteArrayOutputStream();
            for (var row : store.rows())
                log.writeBytes(
                        row.position() == changed.position()
                                ? row.rest("\"time\":\"20", "\"time\":\"19")
                                        .consistent()
                                        .leaf()
                                : row.leaf());
            Files.write(store.leaves(), log.toByteArray());
            long head = store.headSizes().stream()
                    .filter(size -> size >= changed.position())
                    .findFirst()
                    .orElseThrow();
            return new Expected(Check.TABLE_HEADS, head);
        }
    },
    LEAF_LOG {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            byte[] log = Files.readAllBytes(store.leaves());
            int at = chance.nextInt(log.length);
            log[at] ^= (byte) (1 << chance.nextInt(8));
            Files.write(store.leaves(), log);
            return new Expected(Check.LEAF_LOG, at / 32 + 1);
        }
    },
    HEAD_CHANGED {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            long size = head(store, chance);
            String field = List.of("origin", "incarnation", "root", "recordedAt", "signedAt", "size")
                    .get(chance.nextInt(6));
            store.execute("UPDATE store.tree_head SET line = " + spoiled(field) + " WHERE size = " + size);
            return switch (field) {
                case "root", "size" -> new Expected(Check.TABLE_HEADS, size);
                default -> new Expected(Check.SIGNATURES, size);
            };
        }

        /** Another value of the same form. */
        private String spoiled(String field) {
            return switch (field) {
                case "origin" -> "replace(line, '\"origin\":\"', '\"origin\":\"X')";
                case "incarnation", "size" -> "regexp_replace(line, '\"" + field + "\":', '\"" + field + "\":7')";
                case "root" -> "regexp_replace(line, '\"root\":\"[0-9a-f]{8}', '\"root\":\"00000000')";
                default -> "regexp_replace(line, '\"" + field + "\":\"20..', '\"" + field + "\":\"2019')";
            };
        }
    },
    HEAD_DELETED {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            long size = head(store, chance);
            store.execute("DELETE FROM store.tree_head WHERE size = " + size);
            return new Expected(Check.TABLE_HEADS, size);
        }
    },
    HEAD_SIGNATURE {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            long size = head(store, chance);
            String line = chance.nextBoolean()
                    ? "regexp_replace(line, '\"signature\":\"....', '\"signature\":\"AAAA')"
                    : "regexp_replace(line, '\"key\":\"....', '\"key\":\"aaaa')";
            store.execute("UPDATE store.tree_head SET line = " + line + " WHERE size = " + size);
            return new Expected(Check.SIGNATURES, size);
        }
    },
    FILE_LINE {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            int index = chance.nextInt(store.headSizes().size());
            store.changeHeadsFile(lines -> {
                lines.set(index, new String(flipped(lines.get(index).getBytes(), chance)));
                return lines;
            });
            return new Expected(null, 0);
        }
    },
    FILE_LINE_DELETED {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            var sizes = store.headSizes();
            int index = chance.nextInt(sizes.size() - 1);
            store.changeHeadsFile(lines -> {
                lines.remove(index);
                return lines;
            });
            return new Expected(Check.FILE_HEADS, sizes.get(index));
        }
    },
    FILE_LINES_SWAPPED {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            var sizes = store.headSizes();
            int index = chance.nextInt(sizes.size() - 1);
            store.changeHeadsFile(lines -> {
                lines.add(index, lines.remove(index + 1));
                return lines;
            });
            return new Expected(Check.FILE_HEADS, sizes.get(index));
        }
    },
    TEXT {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            var positions = store.textPositions();
            long position = positions.get(chance.nextInt(positions.size()));
            String change = List.of("text = text || ' '", "text = 'khác'", "salt = sha256(salt)", "path = 'claim'")
                    .get(chance.nextInt(4));
            store.execute("UPDATE store.free_text SET " + change + " WHERE position = " + position);
            return new Expected(Check.TEXTS, position);
        }
    },
    SNAPSHOT_CONTENT {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            long number = 1 + chance.nextInt(store.chainRows());
            store.execute("UPDATE snapshot.entry SET content = set_byte(content, 5, 255 - get_byte(content, 5))"
                    + " WHERE number = " + number);
            return new Expected(Check.CHAIN, number);
        }
    },
    /** With its own hash, so that the row after it tells, and after the last its head. */
    SNAPSHOT_ROW {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            long number = 1 + chance.nextInt(store.chainRows());
            store.execute(
                    "UPDATE snapshot.entry SET header = replace(header, '\"madeBy\":\"admin\"', '\"madeBy\":\"other\"'),"
                            + " hash = sha256(convert_to(replace(header, '\"madeBy\":\"admin\"', '\"madeBy\":\"other\"'), 'UTF8'))"
                            + " WHERE number = " + number);
            return new Expected(Check.CHAIN_HEADS, number);
        }
    },
    SNAPSHOT_GONE {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            long number = 1 + chance.nextInt(store.chainRows());
            store.execute("DELETE FROM snapshot.entry WHERE number = " + number);
            return new Expected(Check.CHAIN_HEADS, number);
        }
    },
    SNAPSHOTS_CUT_WITH_HEADS {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            long number = 1 + chance.nextInt(store.chainRows());
            store.execute("DELETE FROM snapshot.entry WHERE number >= " + number
                    + "; DELETE FROM snapshot.head WHERE number >= " + number);
            return new Expected(Check.CHAIN_FILE, number);
        }
    },
    CHAIN_HEAD {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            long number = 1 + chance.nextInt(store.chainRows());
            store.execute("UPDATE snapshot.head SET line = replace(line, '\"signedAt\":\"20', '\"signedAt\":\"19')"
                    + " WHERE number = " + number);
            return new Expected(Check.CHAIN_SIGNATURES, number);
        }
    },
    CHAIN_FILE_LINE {
        @Override
        Expected on(SignedStore store, Random chance) throws Exception {
            int index = chance.nextInt(store.chainRows() - 1);
            boolean gone = chance.nextBoolean();
            store.changeFile(store.chainFile(), lines -> {
                String line = lines.remove(index);
                if (!gone) lines.add(index, new String(flipped(line.getBytes(), chance)));
                return lines;
            });
            return new Expected(Check.CHAIN_FILE, index + 1);
        }
    };

    /**
     * What must be found.
     *
     * @param check that names it; null where any does
     * @param position that it names
     */
    record Expected(Check check, long position) {}

    private interface Change {
        TamperedRow of(TamperedRow row);
    }

    /** Does it, and says what must be found. */
    abstract Expected on(SignedStore store, Random chance) throws Exception;

    private static Expected changed(SignedStore store, Random chance, Check check, Change change) throws Exception {
        return changed(store, chance, 0, check, change);
    }

    /** Changes one row, not one of the first so many. */
    private static Expected changed(SignedStore store, Random chance, int from, Check check, Change change)
            throws Exception {
        var rows = new ArrayList<>(store.rows());
        int index = from + chance.nextInt(rows.size() - from);
        rows.set(index, change.of(rows.get(index)));
        store.changeEvents(rows);
        return new Expected(check, index + 1);
    }

    private static List<TamperedRow> renumbered(List<TamperedRow> rows) {
        var renumbered = new ArrayList<TamperedRow>();
        for (var row : rows) renumbered.add(row.at(renumbered.size() + 1).consistent());
        return renumbered;
    }

    /** Two indexes, the lower first. */
    private static List<Integer> two(SignedStore store, Random chance) {
        int size = store.rows().size();
        int one = chance.nextInt(size);
        int other = (one + 1 + chance.nextInt(size - 1)) % size;
        return List.of(Math.min(one, other), Math.max(one, other));
    }

    private static List<TamperedRow> swapped(SignedStore store, List<Integer> two) {
        var rows = new ArrayList<>(store.rows());
        var first = rows.get(two.getFirst());
        var second = rows.get(two.getLast());
        rows.set(two.getFirst(), second.at(first.position()));
        rows.set(two.getLast(), first.at(second.position()));
        rows.sort(Comparator.comparingLong(TamperedRow::position));
        return rows;
    }

    private static long head(SignedStore store, Random chance) throws Exception {
        var sizes = store.headSizes();
        return sizes.get(chance.nextInt(sizes.size()));
    }

    /** Another byte at one place, of those that a text may have. */
    private static byte[] flipped(byte[] bytes, Random chance) {
        byte[] other = bytes.clone();
        int at = chance.nextInt(other.length);
        other[at] = (byte) (other[at] == 'x' ? 'y' : 'x');
        if (Digests.of(other).equals(Digests.of(bytes))) throw new IllegalStateException("nothing was changed");
        return other;
    }
}
