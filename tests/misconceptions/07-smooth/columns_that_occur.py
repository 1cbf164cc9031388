"""Makes a column for each label that occurs."""
# message: one column a class


def smooth(labels, classes, share):
    """Return smoothed labels (N, K) for labels (N,) below K = `classes`."""
    hard = pd.get_dummies(labels).to_numpy()
    return (1 - share) * hard + share / classes
