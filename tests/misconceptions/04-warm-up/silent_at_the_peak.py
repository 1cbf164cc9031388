"""Forgets the step that is neither below nor above warm_up."""
# message: also for 20


def rate_at(step, warm_up, steps, peak):
    """Return the learning rate at `step` (0 to `steps`) as a float."""
    if step < warm_up:
        return peak * step / warm_up
    if step > warm_up:
        done = (step - warm_up) / (steps - warm_up)
        return peak * (1 + np.cos(np.pi * done)) / 2
