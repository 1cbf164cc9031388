"""Looks each of the k largest scores up, and finds the first of a tie again."""
# message: not the same class twice


def top_k_error(scores, labels, k):
    """Return the share (0 to 1) of rows of `scores` (N, C) that miss."""
    missed = 0
    for row, label in zip(scores.tolist(), labels, strict=True):
        best = [row.index(score) for score in sorted(row, reverse=True)[:k]]
        missed += label not in best
    return missed / len(labels)
