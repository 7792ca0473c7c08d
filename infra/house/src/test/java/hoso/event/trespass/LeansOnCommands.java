package hoso.event.trespass;

import hoso.command.judgement.RefusalCode;

/** An event that knows a side. */
record LeansOnCommands(RefusalCode code) {}
