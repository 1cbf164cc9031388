"""Looks for the best epoch at the end, and finds the last of two equals."""
# message: the first one stays the best


def stop_early(losses, patience):
    """Return (epochs run, index of the best epoch) for a list of losses."""
    lowest, waited, run = float("inf"), 0, 0
    for loss in losses:
        run += 1
        waited = 0 if loss < lowest else waited + 1
        lowest = min(loss, lowest)
        if waited == patience:
            break
    return run, max(i for i in range(run) if losses[i] == lowest)
