"""Returns the best epoch first."""
# message: first the epochs run


def stop_early(losses, patience):
    """Return (epochs run, index of the best epoch) for a list of losses."""
    best = 0
    for epoch, loss in enumerate(losses):
        if loss < losses[best]:
            best = epoch
        if epoch - best == patience:
            return best, epoch + 1
    return best, len(losses)
