"""Rolls, then repairs only the first row or column."""
# message: one is not the rim


def shifted(images, moves):
    """Return `images` (N, H, W, C), image i moved by `moves[i]` (N, 2)."""
    answer = np.empty_like(images)
    for i, (down, right) in enumerate(moves):
        moved = np.roll(images[i], down, axis=0)
        if down > 0:
            moved[0] = images[i, 0]
        if down < 0:
            moved[-1] = images[i, -1]
        held = moved.copy()
        moved = np.roll(moved, right, axis=1)
        if right > 0:
            moved[:, 0] = held[:, 0]
        if right < 0:
            moved[:, -1] = held[:, -1]
        answer[i] = moved
    return answer
