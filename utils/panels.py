"""A picture that follows sliders in JupyterLab, and stands still elsewhere."""

import io

import numpy as np
from IPython.display import display
from matplotlib.figure import Figure
from PIL import Image


def show(draw, *, sliders, start, scale=6):
    """Show `draw(**values)` under one slider for each name in `sliders`.

    `sliders` maps an argument of `draw` to (lowest, highest, step), `start`
    maps it to its first value. `draw` returns a Matplotlib figure, or one
    image, uint8 (H, W) or (H, W, 3), which is shown `scale` times as large
    with hard pixel edges. Where there are no widgets, as on a static page,
    the picture of `start` is shown alone. Raises ValueError when the names
    differ.
    """
    import ipywidgets as widgets

    if set(sliders) != set(start):
        raise ValueError(
            f"sliders for {sorted(sliders)}, but starts for {sorted(start)}"
        )
    controls = {
        name: widgets.FloatSlider(
            value=start[name],
            min=lowest,
            max=highest,
            step=step,
            description=name,
            readout_format=".2f" if step % 1 else ".0f",
            style={"description_width": "7em"},
            layout={"width": "26em"},
        )
        for name, (lowest, highest, step) in sliders.items()
    }
    still = png(draw(**start), scale)
    picture = widgets.Image(value=still, format="png")

    def redraw(_):
        values = {name: slider.value for name, slider in controls.items()}
        picture.value = png(draw(**values), scale)

    for slider in controls.values():
        slider.observe(redraw, names="value")
    knobs = widgets.VBox(list(controls.values()), layout={"flex": "0 0 auto"})
    panel = widgets.HBox(  # a narrow page has the picture below the sliders
        [knobs, picture],
        layout={"align_items": "center", "flex_flow": "row wrap"},
    )
    # one output with both: a page without widgets falls back to the picture
    bundle = panel._repr_mimebundle_()
    display({**bundle, "image/png": still}, raw=True)


def png(image, scale):
    """Return the PNG bytes of a figure, or of an image, enlarged.

    The image is uint8 (H, W) or (H, W, 3) and becomes `scale` times as large,
    a whole number, with hard pixel edges; a figure keeps its size.
    """
    if isinstance(image, Figure):
        buffer = io.BytesIO()
        image.savefig(buffer, format="png")
        return buffer.getvalue()
    picture = Image.fromarray(np.asarray(image))
    size = (picture.width * scale, picture.height * scale)
    buffer = io.BytesIO()
    picture.resize(size, Image.Resampling.NEAREST).save(buffer, format="PNG")
    return buffer.getvalue()
