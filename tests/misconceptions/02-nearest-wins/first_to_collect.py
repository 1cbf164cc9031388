"""Counts along the row: the first to reach the most votes wins."""
# message: 1 stands before it


def vote_nearest_wins(labels):
    """Return the winner of each row of `labels` (Q, k), nearest first."""
    winners = []
    for row in labels:
        votes = {}
        most = 0
        for label in row:
            votes[label] = votes.get(label, 0) + 1
            if votes[label] > most:
                most = votes[label]
                winner = label
        winners.append(winner)
    return np.array(winners)
