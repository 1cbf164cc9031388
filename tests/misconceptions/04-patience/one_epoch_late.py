"""Waits until the patience is exceeded."""
# message: one epoch late


def stop_early(losses, patience):
    """Return (epochs run, index of the best epoch) for a list of losses."""
    best = 0
    for epoch, loss in enumerate(losses):
        if loss < losses[best]:
            best = epoch
        if epoch - best > patience:
            return epoch + 1, best
    return len(losses), best
