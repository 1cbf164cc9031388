"""Lets the cosine run over all steps."""
# message: the cosine starts after the warm-up


def rate_at(step, warm_up, steps, peak):
    """Return the learning rate at `step` (0 to `steps`) as a float."""
    if step < warm_up:
        return peak * step / warm_up
    done = step / steps
    return peak * (1 + np.cos(np.pi * done)) / 2
