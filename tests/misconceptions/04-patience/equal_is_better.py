"""Takes an equal loss for an improvement."""
# message: an equal loss is no improvement


def stop_early(losses, patience):
    """Return (epochs run, index of the best epoch) for a list of losses."""
    best = 0
    for epoch, loss in enumerate(losses):
        if loss <= losses[best]:
            best = epoch
        if epoch - best == patience:
            return epoch + 1, best
    return len(losses), best
