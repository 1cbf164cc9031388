"""Counts the steps from 1 in the warm-up."""
# message: the rate at step 0 is 0


def rate_at(step, warm_up, steps, peak):
    """Return the learning rate at `step` (0 to `steps`) as a float."""
    if step < warm_up:
        return peak * (step + 1) / warm_up
    done = (step - warm_up) / (steps - warm_up)
    return peak * (1 + np.cos(np.pi * done)) / 2
