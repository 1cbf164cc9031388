"""Collects the pictures in an array of floats."""
# message: pixels stay bytes


def shifted(images, moves):
    """Return `images` (N, H, W, C), image i moved by `moves[i]` (N, 2)."""
    height, width = images.shape[1:3]
    framed = np.pad(images, ((0, 0), (2, 2), (2, 2), (0, 0)), mode="edge")
    answer = np.zeros(images.shape)
    for i, (down, right) in enumerate(moves):
        top, left = 2 - down, 2 - right
        answer[i] = framed[i, top : top + height, left : left + width]
    return answer
