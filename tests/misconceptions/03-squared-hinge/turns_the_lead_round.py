"""Subtracts the rival's score from the right one."""
# message: turned round


def squared_hinge(scores, labels):
    """Return the mean squared hinge loss and its gradient (N, C)."""
    each = np.arange(len(labels))
    margins = scores[each, labels][:, None] - scores + 1
    margins[each, labels] = 0
    missing = np.maximum(margins, 0)
    gradient = 2 * missing
    gradient[each, labels] = -gradient.sum(axis=1)
    return (missing**2).sum(axis=1).mean(), gradient / len(labels)
