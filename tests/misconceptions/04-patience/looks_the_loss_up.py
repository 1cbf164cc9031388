"""Finds the epoch by its loss, which may occur twice."""
# message: equal losses at two places


def stop_early(losses, patience):
    """Return (epochs run, index of the best epoch) for a list of losses."""
    lowest, waited = np.inf, 0
    for loss in losses:
        waited += 1
        if loss < lowest:
            lowest, waited = loss, 0
        if waited == patience:
            return losses.index(loss) + 1, losses.index(lowest)
    return len(losses), losses.index(lowest)
