package board;

/**
 * How a player stands.
 *
 * @param player the player
 * @param points the total
 */
public record Standing(String player, long points) {}
