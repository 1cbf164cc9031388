"""Notices about the data: a banner in a notebook, a warning elsewhere."""

import html
import logging
import sys
import warnings


def alarm(headline, text):
    """Show a banner in a notebook, or warn: other data is used than asked for.

    `headline` says which, `text` why and what mends it.
    """
    style = (
        "border:1px solid #D55E00;border-left-width:8px;padding:0.6em 1em;"
        "margin:0.5em 0;overflow-wrap:anywhere"
    )
    page = (
        f'<div role="alert" style="{style}"><strong>⚠ {html.escape(headline)}'
        f"</strong><br>{html.escape(text)}</div>"
    )
    if not _show(page, f"{headline} {text}"):
        warnings.warn(f"{headline} {text}", stacklevel=4)


def remark(text):
    """Show one quiet line in a notebook; elsewhere only the log has it."""
    page = f'<div style="opacity:0.75">{html.escape(text)}</div>'
    if not _show(page, text):
        logging.getLogger(__name__).info(text)


def _show(page, plain):
    if "IPython" not in sys.modules:  # then this is no notebook
        return False
    from IPython import get_ipython
    from IPython.display import display

    if getattr(get_ipython(), "kernel", None) is None:
        return False
    display({"text/html": page, "text/plain": plain}, raw=True)
    return True
