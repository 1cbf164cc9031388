"""Computes the margins inside the array it was given."""
# message: the scores were changed


def squared_hinge(scores, labels):
    """Return the mean squared hinge loss and its gradient (N, C)."""
    each = np.arange(len(labels))
    scores -= scores[each, labels][:, None]
    scores += 1
    scores[each, labels] = 0
    missing = np.maximum(scores, 0)
    gradient = 2 * missing
    gradient[each, labels] = -gradient.sum(axis=1)
    return (missing**2).sum(axis=1).mean(), gradient / len(labels)
