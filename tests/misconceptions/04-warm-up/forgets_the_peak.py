"""Returns shares of the peak."""
# message: the peak is missing


def rate_at(step, warm_up, steps, peak):
    """Return the learning rate at `step` (0 to `steps`) as a float."""
    if step < warm_up:
        return step / warm_up
    done = (step - warm_up) / (steps - warm_up)
    return (1 + np.cos(np.pi * done)) / 2
