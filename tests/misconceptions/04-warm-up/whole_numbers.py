"""Divides with //, which cuts down to whole numbers."""
# message: cuts down to whole numbers


def rate_at(step, warm_up, steps, peak):
    """Return the learning rate at `step` (0 to `steps`) as a float.

    `warm_up` is below `steps`; 0 means that the rate starts at `peak`.
    """
    if step < warm_up:
        return peak * (step // warm_up)
    done = (step - warm_up) / (steps - warm_up)
    return peak * (1 + np.cos(np.pi * done)) / 2
