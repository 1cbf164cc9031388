"""Moves the columns only where the rows stay."""
# message: picture 2 moves to the left, too


def shifted(images, moves):
    """Return `images` (N, H, W, C), image i moved by `moves[i]` (N, 2)."""
    height, width = images.shape[1:3]
    framed = np.pad(images, ((0, 0), (2, 2), (2, 2), (0, 0)), mode="edge")
    answer = np.empty_like(images)
    for i, (down, right) in enumerate(moves):
        if down:
            answer[i] = framed[i, 2 - down : 2 - down + height, 2:-2]
        else:
            answer[i] = framed[i, 2:-2, 2 - right : 2 - right + width]
    return answer
