"""Repairs the rows with a rim that was not moved sideways."""
# message: what comes in, too


def shifted(images, moves):
    """Return `images` (N, H, W, C), image i moved by `moves[i]` (N, 2)."""
    answer = np.empty_like(images)
    for i, (down, right) in enumerate(moves):
        columns = np.clip(np.arange(images.shape[2]) - right, 0, None)
        columns = np.minimum(columns, images.shape[2] - 1)
        moved = np.roll(images[i][:, columns], down, axis=0)
        if down > 0:
            moved[:down] = images[i, :1]
        if down < 0:
            moved[down:] = images[i, -1:]
        answer[i] = moved
    return answer
