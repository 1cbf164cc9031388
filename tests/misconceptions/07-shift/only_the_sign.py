"""Moves by one row and column, however far it should go."""
# message: two rows down


def shifted(images, moves):
    """Return `images` (N, H, W, C), image i moved by `moves[i]` (N, 2)."""
    height, width = images.shape[1:3]
    framed = np.pad(images, ((0, 0), (1, 1), (1, 1), (0, 0)), mode="edge")
    answer = np.empty_like(images)
    for i, (down, right) in enumerate(np.sign(moves)):
        top, left = 1 - down, 1 - right
        answer[i] = framed[i, top : top + height, left : left + width]
    return answer
