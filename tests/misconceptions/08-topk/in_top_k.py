"""Takes in_top_k, which lets all of a tie in."""
# message: k classes are named, not all of a tie


def top_k_error(scores, labels, k):
    """Return the share (0 to 1) of rows of `scores` (N, C) that miss."""
    found = ops.in_top_k(labels, scores, k)
    return 1 - np.mean(ops.convert_to_numpy(found))
