"""Writes the moved pictures into the given ones."""
# message: the pictures were changed in place


def shifted(images, moves):
    """Return `images` (N, H, W, C), image i moved by `moves[i]` (N, 2)."""
    height, width = images.shape[1:3]
    framed = np.pad(images, ((0, 0), (2, 2), (2, 2), (0, 0)), mode="edge")
    for i, (down, right) in enumerate(moves):
        top, left = 2 - down, 2 - right
        images[i] = framed[i, top : top + height, left : left + width]
    return images
