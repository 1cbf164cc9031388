"""Adds the 1 outside the max."""
# message: 1 was added after the cut


def squared_hinge(scores, labels):
    """Return the mean squared hinge loss and its gradient (N, C)."""
    each = np.arange(len(labels))
    behind = scores - scores[each, labels][:, None]
    missing = np.maximum(behind, 0) + 1
    missing[each, labels] = 0
    gradient = 2 * missing
    gradient[each, labels] = -gradient.sum(axis=1)
    return (missing**2).sum(axis=1).mean(), gradient / len(labels)
