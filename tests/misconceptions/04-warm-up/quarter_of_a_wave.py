"""Follows a cosine from 0 to π/2."""
# message: a quarter of a wave


def rate_at(step, warm_up, steps, peak):
    """Return the learning rate at `step` (0 to `steps`) as a float."""
    if step < warm_up:
        return peak * step / warm_up
    done = (step - warm_up) / (steps - warm_up)
    return peak * np.cos(np.pi / 2 * done)
