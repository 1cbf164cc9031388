"""Gives np.cos degrees."""
# message: np.cos wants radians


def rate_at(step, warm_up, steps, peak):
    """Return the learning rate at `step` (0 to `steps`) as a float."""
    if step < warm_up:
        return peak * step / warm_up
    done = (step - warm_up) / (steps - warm_up)
    return peak * (1 + np.cos(180 * done)) / 2
