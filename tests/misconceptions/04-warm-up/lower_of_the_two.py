"""Takes the lower of the two formulas at every step."""
# message: not the lower of the two


def rate_at(step, warm_up, steps, peak):
    """Return the learning rate at `step` (0 to `steps`) as a float."""
    rise = peak * step / warm_up if warm_up else peak
    done = (step - warm_up) / (steps - warm_up)
    return min(rise, peak * (1 + np.cos(np.pi * done)) / 2)
