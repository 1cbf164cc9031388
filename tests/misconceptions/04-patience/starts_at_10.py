"""Begins with 10 as the lowest loss."""
# message: the first loss is the first lowest


def stop_early(losses, patience):
    """Return (epochs run, index of the best epoch) for a list of losses."""
    best, lowest, waited = 0, 10, 0
    for epoch, loss in enumerate(losses):
        if loss < lowest:
            best, lowest, waited = epoch, loss, 0
        else:
            waited += 1
        if waited == patience:
            return epoch + 1, best
    return len(losses), best
