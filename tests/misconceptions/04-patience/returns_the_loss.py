"""Returns the lowest loss instead of its index."""
# message: not its loss


def stop_early(losses, patience):
    """Return (epochs run, index of the best epoch) for a list of losses."""
    best, waited = float("inf"), 0
    for epoch, loss in enumerate(losses):
        if loss < best:
            best, waited = loss, 0
        else:
            waited += 1
        if waited == patience:
            return epoch + 1, best
    return len(losses), best
