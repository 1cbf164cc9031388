"""Votes as in the lesson: argmax gives a tie to the smaller label."""
# message: ties went to the smaller label


def vote_nearest_wins(labels):
    """Return the winner of each row of `labels` (Q, k), nearest first."""
    return np.array([np.argmax(np.bincount(row)) for row in labels])
