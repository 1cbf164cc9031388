"""Takes the first label that stands in the row more than once."""
# message: two votes do not tie with three


def vote_nearest_wins(labels):
    """Return the winner of each row of `labels` (Q, k), nearest first."""
    winners = []
    for row in labels:
        for label in row:
            if np.sum(row == label) > 1:
                winners.append(label)
                break
    return np.array(winners)
