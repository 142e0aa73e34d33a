"""Who looks after an alert, as the row keeps it: person:<id>; older rows and the command line keep a name."""

BEGINNING = "person:"


def owner_text(person_id: int) -> str:
    """Write a person as the owner of an alert."""
    return f"{BEGINNING}{person_id}"


def person_of(owner: str) -> int | None:
    """Give the person an owner's text stands for; None where it is only a name."""
    number = owner.removeprefix(BEGINNING)
    return int(number) if owner.startswith(BEGINNING) and number.isascii() and number.isdigit() else None
