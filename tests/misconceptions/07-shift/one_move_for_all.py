"""Moves all pictures by the first move."""
# message: a move of its own


def shifted(images, moves):
    """Return `images` (N, H, W, C), image i moved by `moves[i]` (N, 2)."""
    height, width = images.shape[1:3]
    framed = np.pad(images, ((0, 0), (2, 2), (2, 2), (0, 0)), mode="edge")
    top, left = 2 - moves[0]
    return framed[:, top : top + height, left : left + width]
