"""Looks for neighbours among the later rows."""
# message: before a row


def same_class_share(features, labels, k):
    """Return the share (0 to 1) of neighbours with the same label."""
    agree, asked = 0, 0
    for i in range(len(features)):
        pairs = []
        for j in range(i + 1, len(features)):
            pairs.append((np.sum((features[i] - features[j]) ** 2), j))
        for _, j in sorted(pairs)[:k]:
            agree += labels[i] == labels[j]
            asked += 1
    return agree / asked
