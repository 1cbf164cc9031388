"""Counts the best epoch itself as one without improvement."""
# message: two epochs in a row are not three


def stop_early(losses, patience):
    """Return (epochs run, index of the best epoch) for a list of losses."""
    best = 0
    for epoch, loss in enumerate(losses):
        if loss < losses[best]:
            best = epoch
        if epoch - best + 1 == patience:
            return epoch + 1, best
    return len(losses), best
