"""Divides by all steps after the warm-up."""
# message: fewer than 80 steps


def rate_at(step, warm_up, steps, peak):
    """Return the learning rate at `step` (0 to `steps`) as a float."""
    if step < warm_up:
        return peak * step / warm_up
    done = (step - warm_up) / steps
    return peak * (1 + np.cos(np.pi * done)) / 2
