"""Takes the largest violation instead of their sum."""
# message: the worst rival alone


def squared_hinge(scores, labels):
    """Return the mean squared hinge loss and its gradient (N, C)."""
    each = np.arange(len(labels))
    margins = scores - scores[each, labels][:, None] + 1
    margins[each, labels] = 0
    missing = np.maximum(margins, 0)
    gradient = 2 * missing
    gradient[each, labels] = -gradient.sum(axis=1)
    return (missing.max(axis=1) ** 2).mean(), gradient / len(labels)
