"""Returns inside the loop."""
# message: after the first row


def same_class_share(features, labels, k):
    """Return the share (0 to 1) of neighbours with the same label."""
    for i in range(len(features)):
        pairs = []
        for j in range(len(features)):
            if i != j:
                pairs.append((np.sum((features[i] - features[j]) ** 2), j))
        agree = 0
        for _, j in sorted(pairs)[:k]:
            agree += labels[i] == labels[j]
        return agree / k
