"""What JupyterLab leaves out when it saves a learner's notebook."""

WIDGET = "application/vnd.jupyter.widget-view+json"
STILL = {"text/html", "image/png"}


def without_widgets(model, **_):
    """Drop widget views that have another form in the same output.

    JupyterLab calls this before it writes a file. A widget's view is dead
    once its kernel has ended, and a notebook opened again would show an error
    in its place; without the view it shows the HTML or the picture. `model`
    is the contents model, changed in place; only notebooks are touched.
    """
    if model["type"] != "notebook":
        return
    for cell in model["content"]["cells"]:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if STILL & set(data):
                data.pop(WIDGET, None)
