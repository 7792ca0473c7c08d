package hoso.bench.rows;

import hoso.bench.fill.StoppedHouse;
import hoso.bench.fill.StoreFiller;
import hoso.bench.house.LaunchedServer;
import hoso.bench.house.NdjsonFile;
import hoso.bench.world.World;
import java.nio.file.Files;
import java.nio.file.Path;

/** Data folders whose stores hold a world. */
record FilledStore(Order order) {

    /** One of a name; what an earlier run filled there is taken. */
    Path of(String name, World world) throws Exception {
        Path data = order.data().resolve(name);
        Path done = order.data().resolve(name + "-" + world.events() + ".filled");
        if (Files.exists(done)) return data;
        Progress.say("filling a store with " + world.dossiers() + " dossiers");
        try (var server = LaunchedServer.start(order.root(), data)) {
            NdjsonFile.send(server, world.referenceLines());
        }
        try (var house = StoppedHouse.open(data)) {
            StoreFiller.fill(house, world);
        }
        Files.createFile(done);
        return data;
    }
}
