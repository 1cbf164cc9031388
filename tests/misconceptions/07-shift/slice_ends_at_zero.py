"""Counts the window's end from the back, where −2 becomes 0."""
# message: of the same size


def shifted(images, moves):
    """Return `images` (N, H, W, C), image i moved by `moves[i]` (N, 2)."""
    framed = np.pad(images, ((0, 0), (2, 2), (2, 2), (0, 0)), mode="edge")
    answer = []
    for picture, (down, right) in zip(framed, moves, strict=True):
        answer.append(picture[2 - down : -2 - down, 2 - right : -2 - right])
    return answer
