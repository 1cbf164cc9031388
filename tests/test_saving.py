"""What is saved of a notebook with widgets shows when it is opened again."""

import json
from pathlib import Path

from jupyter_server.services.contents.largefilemanager import (
    AsyncLargeFileManager,
)
from traitlets.config import Config

from coursekit import saving

CONFIG = (
    Path(saving.__file__).parent
    / "jupyter"
    / "jupyter_server_config.d"
    / "course.json"
)


def output(*types):
    return {"output_type": "display_data", "data": dict.fromkeys(types, "x")}


def notebook(*outputs):
    cell = {"cell_type": "code", "outputs": list(outputs)}
    content = {"cells": [{"cell_type": "markdown"}, cell]}
    return {"type": "notebook", "content": content}


def test_a_widget_with_a_still_form_is_saved_as_that():
    question = output(saving.WIDGET, "text/html", "text/plain")
    panel = output(saving.WIDGET, "image/png")
    saving.without_widgets(notebook(question, panel), path="a.ipynb")
    assert set(question["data"]) == {"text/html", "text/plain"}
    assert set(panel["data"]) == {"image/png"}


def test_a_widget_without_another_form_stays():
    slider = output(saving.WIDGET, "text/plain")
    saving.without_widgets(notebook(slider))
    assert saving.WIDGET in slider["data"]


def test_other_files_are_left_alone():
    saving.without_widgets({"type": "file", "content": "text"})
    saving.without_widgets({"type": "directory", "content": None})


def test_the_server_calls_it_before_it_writes_a_notebook(tmp_path):
    config = Config(json.loads(CONFIG.read_text("utf-8")))
    manager = AsyncLargeFileManager(root_dir=str(tmp_path), config=config)
    question = output(saving.WIDGET, "text/html")
    manager.run_pre_save_hooks(model=notebook(question), path="a.ipynb")
    assert set(question["data"]) == {"text/html"}
