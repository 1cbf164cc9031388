"""Sorts pairs of distance and label."""
# message: the smaller index first


def same_class_share(features, labels, k):
    """Return the share (0 to 1) of neighbours with the same label."""
    agree = 0
    for i in range(len(features)):
        pairs = []
        for j in range(len(features)):
            if i != j:
                distance = np.sum((features[i] - features[j]) ** 2)
                pairs.append((distance, labels[j]))
        for _, label in sorted(pairs)[:k]:
            agree += label == labels[i]
    return agree / (len(features) * k)
