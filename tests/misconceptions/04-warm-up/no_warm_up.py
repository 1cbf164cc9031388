"""Forgets the warm-up."""
# message: there is no warm-up


def rate_at(step, warm_up, steps, peak):
    """Return the learning rate at `step` (0 to `steps`) as a float."""
    return peak * (1 + np.cos(np.pi * step / steps)) / 2
