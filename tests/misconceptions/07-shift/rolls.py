"""Rolls each picture: what leaves comes in on the other side."""
# message: came in again


def shifted(images, moves):
    """Return `images` (N, H, W, C), image i moved by `moves[i]` (N, 2)."""
    answer = np.empty_like(images)
    for i, (down, right) in enumerate(moves):
        answer[i] = np.roll(images[i], (down, right), axis=(0, 1))
    return answer
