"""Counts the best epoch from 1."""
# message: indices count from 0


def stop_early(losses, patience):
    """Return (epochs run, index of the best epoch) for a list of losses."""
    best = 0
    for epoch, loss in enumerate(losses):
        if loss < losses[best]:
            best = epoch
        if epoch - best == patience:
            return epoch + 1, best + 1
    return len(losses), best + 1
