"""Takes "starts at `peak`" for "is `peak`" without a warm-up."""
# message: but then it falls


def rate_at(step, warm_up, steps, peak):
    """Return the learning rate at `step` (0 to `steps`) as a float."""
    if warm_up == 0:
        return peak
    if step < warm_up:
        return peak * step / warm_up
    done = (step - warm_up) / (steps - warm_up)
    return peak * (1 + np.cos(np.pi * done)) / 2
