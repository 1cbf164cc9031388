"""Takes mean and spread of the new rows from the new rows."""
# message: measured by itself


def standardise(training, new):
    """Return both arrays of rows, (N, D) and (M, D), standardised."""
    answers = []
    for rows in (training, new):
        sd = rows.std(axis=0)
        answers.append((rows - rows.mean(axis=0)) / np.where(sd == 0, 1, sd))
    return answers
