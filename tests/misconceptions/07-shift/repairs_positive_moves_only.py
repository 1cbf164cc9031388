"""Rolls, and repairs only what was moved down or to the right."""
# message: came in again


def shifted(images, moves):
    """Return `images` (N, H, W, C), image i moved by `moves[i]` (N, 2)."""
    answer = np.empty_like(images)
    for i, (down, right) in enumerate(moves):
        moved = np.roll(images[i], down, axis=0)
        moved[: max(down, 0)] = images[i, 0]
        columns = np.clip(np.arange(images.shape[2]) - right, 0, None)
        columns = np.minimum(columns, images.shape[2] - 1)
        answer[i] = moved[:, columns]
    return answer
