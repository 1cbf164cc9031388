"""Cut the margins at 0 in the loss and forget it in the gradient."""

# message: cut the gradient at 0 too


def squared_hinge(scores, labels):
    each = np.arange(len(labels))
    margins = scores - scores[each, labels][:, None] + 1
    margins[each, labels] = 0
    missing = np.maximum(margins, 0)
    gradient = 2 * margins
    gradient[each, labels] = -gradient.sum(axis=1)
    return (missing**2).sum(axis=1).mean(), gradient / len(labels)
