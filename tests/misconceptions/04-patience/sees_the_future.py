"""Keeps the best epoch of the whole list."""
# message: nobody saw it


def stop_early(losses, patience):
    """Return (epochs run, index of the best epoch) for a list of losses."""
    best = 0
    for epoch, loss in enumerate(losses):
        if loss < losses[best]:
            best = epoch
        if epoch - best == patience:
            return epoch + 1, losses.index(min(losses))
    return len(losses), best
