"""Never looks at the second number of a move."""
# message: did not move to the left


def shifted(images, moves):
    """Return `images` (N, H, W, C), image i moved by `moves[i]` (N, 2)."""
    height = images.shape[1]
    framed = np.pad(images, ((0, 0), (2, 2), (0, 0), (0, 0)), mode="edge")
    answer = np.empty_like(images)
    for i, top in enumerate(2 - moves[:, 0]):
        answer[i] = framed[i, top : top + height]
    return answer
