"""Divides by all steps in the warm-up."""
# message: the warm-up ends at step warm_up


def rate_at(step, warm_up, steps, peak):
    """Return the learning rate at `step` (0 to `steps`) as a float."""
    if step < warm_up:
        return peak * step / steps
    done = (step - warm_up) / (steps - warm_up)
    return peak * (1 + np.cos(np.pi * done)) / 2
