"""One warning of TensorFlow's is dropped, and every other one arrives."""

import logging

from utils import quiet


def test_only_the_advice_on_retracing_is_dropped(caplog):
    quiet.silence()
    quiet.silence()
    logger = logging.getLogger("tensorflow")
    assert logger.filters.count(quiet._wanted) == 1
    with caplog.at_level(logging.WARNING, logger="tensorflow"):
        logger.propagate, before = True, logger.propagate
        logger.warning("5 out of the last %d calls %s", 9, quiet.ADVICE)
        logger.warning("the file is damaged")
        logger.propagate = before
    assert [record.getMessage() for record in caplog.records] == [
        "the file is damaged"
    ]
