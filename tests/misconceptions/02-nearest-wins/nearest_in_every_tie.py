"""Gives a tie to the nearest neighbour even where it is not tied."""
# message: the 0 has one vote only


def vote_nearest_wins(labels):
    """Return the winner of each row of `labels` (Q, k), nearest first."""
    winners = []
    for row in labels:
        counts = np.bincount(row)
        tied = np.flatnonzero(counts == counts.max())
        winners.append(row[0] if len(tied) > 1 else tied[0])
    return np.array(winners)
