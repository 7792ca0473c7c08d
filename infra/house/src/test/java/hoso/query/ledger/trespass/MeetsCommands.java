package hoso.query.ledger.trespass;

import hoso.command.dossier.trespass.MeetsQuestions;

/** The other half. */
public record MeetsCommands(MeetsQuestions[] others) {}
