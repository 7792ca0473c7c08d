package hoso.event;

/**
 * A ruling and the clock fact it is about.
 *
 * @param fact the place of the fact's event among the events of its dossier, from 0
 * @param broughtPause whether it is about the pause that a resume brought with itself ({@code since})
 */
public record Ruled(int fact, boolean broughtPause, Ruling ruling) {}
