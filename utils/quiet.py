"""One piece of TensorFlow's advice that does not apply to the lessons.

TensorFlow warns when functions are traced often, and takes nets that were built
one after the other for one function: a lesson that trains many small nets, one
for each fold, would print ten lines about `@tf.function` that nobody wrote.
"""

import logging

ADVICE = "triggered tf.function retracing"


def silence():
    """Drop that warning, and no other one, from TensorFlow's log."""
    logger = logging.getLogger("tensorflow")
    if _wanted not in logger.filters:
        logger.addFilter(_wanted)


def _wanted(record):
    return ADVICE not in record.getMessage()
