package hoso.query.report.trespass;

import hoso.standalone.launch.Launcher;

/** A report that reads more than books and feed. */
record CallsTheLauncher(Class<Launcher> launcher) {}
