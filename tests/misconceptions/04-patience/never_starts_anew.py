"""Counts all epochs without improvement, in a row or not."""
# message: the count starts anew


def stop_early(losses, patience):
    """Return (epochs run, index of the best epoch) for a list of losses."""
    best, lowest, waited = 0, float("inf"), 0
    for epoch, loss in enumerate(losses):
        if loss < lowest:
            best, lowest = epoch, loss
        else:
            waited += 1
        if waited == patience:
            return epoch + 1, best
    return len(losses), best
