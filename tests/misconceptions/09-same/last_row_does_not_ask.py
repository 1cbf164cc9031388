"""Does not ask for the last row."""
# message: the last row


def same_class_share(features, labels, k):
    """Return the share (0 to 1) of neighbours with the same label."""
    agree = 0
    for i in range(len(features) - 1):
        pairs = []
        for j in range(len(features)):
            if i != j:
                pairs.append((np.sum((features[i] - features[j]) ** 2), j))
        for _, j in sorted(pairs)[:k]:
            agree += labels[i] == labels[j]
    return agree / ((len(features) - 1) * k)
