"""Looks for the best epoch and runs all of them."""
# message: went on after its patience


def stop_early(losses, patience):
    """Return (epochs run, index of the best epoch) for a list of losses."""
    return len(losses), losses.index(min(losses))
