"""What instructors and CI run: the `course` command."""


class UserError(Exception):
    """A mistake the user can mend; the command prints its text and ends."""
