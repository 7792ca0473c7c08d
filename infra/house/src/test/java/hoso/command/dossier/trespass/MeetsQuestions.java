package hoso.command.dossier.trespass;

import hoso.query.ledger.trespass.MeetsCommands;

/** The one half of a circle across the sides. */
public record MeetsQuestions(MeetsCommands[] others) {}
