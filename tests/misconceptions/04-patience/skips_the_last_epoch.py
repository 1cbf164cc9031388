"""Never looks at the last epoch."""
# message: the last epoch may be the best


def stop_early(losses, patience):
    """Return (epochs run, index of the best epoch) for a list of losses.

    An equal loss is no improvement. `patience` is at least 1.
    """
    best = 0
    for epoch in range(len(losses) - 1):
        if losses[epoch] < losses[best]:
            best = epoch
        if epoch - best == patience:
            return epoch + 1, best
    return len(losses), best
