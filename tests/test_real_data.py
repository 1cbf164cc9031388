"""The verdict of the run on real data that `course test` makes first."""

import os

import pytest


def verdict():
    """Fail, skip or pass as COURSE_REAL_STAGE says that the run did."""
    said = os.environ.get("COURSE_REAL_STAGE")
    if not said:
        pytest.skip("lessons on real data: only `course test` runs them")
    if said.startswith("skipped: "):
        pytest.skip(f"lessons on real data: {said.removeprefix('skipped: ')}")
    assert said.startswith("passed: "), said


def test_short_lessons_passed_on_real_data_in_the_cpu_profile():
    verdict()
