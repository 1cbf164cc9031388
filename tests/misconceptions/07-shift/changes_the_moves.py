"""Turns the moves into corners, in place."""
# message: the moves were changed in place


def shifted(images, moves):
    """Return `images` (N, H, W, C), image i moved by `moves[i]` (N, 2)."""
    height, width = images.shape[1:3]
    framed = np.pad(images, ((0, 0), (2, 2), (2, 2), (0, 0)), mode="edge")
    answer = np.empty_like(images)
    moves *= -1
    moves += 2
    for i, (top, left) in enumerate(moves):
        answer[i] = framed[i, top : top + height, left : left + width]
    return answer
