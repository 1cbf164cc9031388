"""Keeps the last epoch where training was not stopped."""
# message: not the last one's


def stop_early(losses, patience):
    """Return (epochs run, index of the best epoch) for a list of losses."""
    best = 0
    for epoch, loss in enumerate(losses):
        if loss < losses[best]:
            best = epoch
        if epoch - best == patience:
            return epoch + 1, best
    return len(losses), len(losses) - 1
