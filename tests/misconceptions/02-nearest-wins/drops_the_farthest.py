"""Drops the farthest neighbour until the vote is no tie any more."""
# message: 1 stands before it


def vote_nearest_wins(labels):
    """Return the winner of each row of `labels` (Q, k), nearest first."""
    winners = []
    for row in labels:
        counts = np.bincount(row)
        while np.sum(counts == counts.max()) > 1:
            row = row[:-1]
            counts = np.bincount(row)
        winners.append(np.argmax(counts))
    return np.array(winners)
