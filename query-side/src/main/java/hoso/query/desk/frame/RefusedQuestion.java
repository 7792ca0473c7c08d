package hoso.query.desk.frame;

import hoso.query.desk.ask.Question;

/** A question that was refused, drawn once more with its form so that it can be asked otherwise. */
public record RefusedQuestion(Question question, ProblemPages.Shown problem) {}
