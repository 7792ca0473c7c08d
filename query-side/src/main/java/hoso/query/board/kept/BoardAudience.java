package hoso.query.board.kept;

import hoso.query.board.Board;

/** Whoever is told of boards as they come. */
public interface BoardAudience {

    /** One was made. */
    void made(Board board);

    /** The tables show what was made last. */
    void written();
}
