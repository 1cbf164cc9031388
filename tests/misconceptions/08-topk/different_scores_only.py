"""Takes the k largest different scores."""
# message: k classes are named, not all of a tie


def top_k_error(scores, labels, k):
    """Return the share (0 to 1) of rows of `scores` (N, C) that miss."""
    missed = 0
    for row, label in zip(scores, labels, strict=True):
        missed += row[label] not in sorted(set(row), reverse=True)[:k]
    return missed / len(labels)
