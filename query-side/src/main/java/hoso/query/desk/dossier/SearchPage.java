package hoso.query.desk.dossier;

import hoso.query.desk.frame.ProblemPages;
import java.util.Optional;

/**
 * The search for a dossier.
 *
 * @param asked the code that was searched for; empty for none
 * @param problem why it was not found; empty where nothing was searched for
 */
public record SearchPage(String asked, Optional<ProblemPages.Shown> problem) {}
