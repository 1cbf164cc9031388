"""Lets each label with as many votes replace the one before: >= for >."""
# message: ties went to the farthest


def vote_nearest_wins(labels):
    """Return the winner of each row of `labels` (Q, k), nearest first."""
    winners = []
    for row in labels:
        most = 0
        for label in row:
            votes = np.sum(row == label)
            if votes >= most:
                most = votes
                winner = label
        winners.append(winner)
    return np.array(winners)
