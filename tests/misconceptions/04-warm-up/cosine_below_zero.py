"""Takes the bare cosine, which ends at -1."""
# message: below 0


def rate_at(step, warm_up, steps, peak):
    """Return the learning rate at `step` (0 to `steps`) as a float."""
    if step < warm_up:
        return peak * step / warm_up
    done = (step - warm_up) / (steps - warm_up)
    return peak * np.cos(np.pi * done)
