"""Compares each loss with the one before."""
# message: not with the one before


def stop_early(losses, patience):
    """Return (epochs run, index of the best epoch) for a list of losses."""
    waited = 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[epoch - 1]:
            waited = 0
        else:
            waited += 1
        if waited == patience:
            return epoch + 1, int(np.argmin(losses[: epoch + 1]))
    return len(losses), int(np.argmin(losses))
