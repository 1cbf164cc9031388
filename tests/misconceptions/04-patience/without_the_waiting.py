"""Counts the epochs up to the best one only."""
# message: the epochs of waiting were run too


def stop_early(losses, patience):
    """Return (epochs run, index of the best epoch) for a list of losses.

    An equal loss is no improvement. `patience` is at least 1.
    """
    best = 0
    for epoch, loss in enumerate(losses):
        if loss < losses[best]:
            best = epoch
        if epoch - best == patience:
            return best + 1, best
    return len(losses), best
