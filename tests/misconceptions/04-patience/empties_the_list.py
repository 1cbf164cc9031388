"""Takes the losses out of the list."""
# message: the list was changed


def stop_early(losses, patience):
    """Return (epochs run, index of the best epoch) for a list of losses."""
    best, lowest, waited, run = 0, float("inf"), 0, 0
    while losses and waited < patience:
        loss = losses.pop(0)
        if loss < lowest:
            best, lowest, waited = run, loss, 0
        else:
            waited += 1
        run += 1
    return run, best
