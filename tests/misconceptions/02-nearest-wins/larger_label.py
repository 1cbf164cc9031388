"""Takes the last of the tied labels that np.flatnonzero lists."""
# message: ties went to the larger label


def vote_nearest_wins(labels):
    """Return the winner of each row of `labels` (Q, k), nearest first."""
    winners = []
    for row in labels:
        counts = np.bincount(row)
        tied = np.flatnonzero(counts == counts.max())
        winners.append(tied[-1])
    return np.array(winners)
