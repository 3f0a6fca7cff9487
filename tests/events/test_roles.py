"""Whether a passage reports a happening or refers to it as known."""

import pytest

from tests.events.passages import told

ROWS = [
    ("The attack of [7 October 2023] killed a thousand people.", "reports"),
    ("On [7 October 2023] gunmen attacked the town.", "reports"),
    ("The [October 7] attack killed a thousand people.", "reports"),
    ("In the [October 7] attack, gunmen killed a thousand people.", "reports"),
    ("The town has been empty since the [October 7] attack.", "refers"),
    ("The town has been empty since the attack of [7 October 2023].", "refers"),
    ("The town has been empty since gunmen attacked it on [7 October 2023].", "refers"),
    ("She lost two brothers in the [October 7] atrocities.", "refers"),
    ("Following the [2008] crash, the bank was sold.", "refers"),
    ("The bank was sold in the wake of the [2008] crash.", "refers"),
    ("He was blamed for the [2008] crash.", "refers"),
    ("After [Friday=2024-06-07]'s vote, the mayor resigned.", "refers"),
    ("The mayor resigned after he lost the vote in [June 2024].", "reports"),
    ("The bank, which failed in [2008], was sold.", "reports"),
    ("Until the election in [May 2024], he led the party.", "refers"),
    ("The election was held in [May 2024].", "reports"),
    ("The [12 March 1999], quake destroyed the harbour.", "reports"),
    ("The [1999] quake was a shock.", "refers"),
    ("Survivors of the [1999] quake met the queen.", "refers"),
    ("The [1999] quake destroyed the harbour.", "reports"),
]


@pytest.mark.parametrize(("text", "role"), ROWS)
def test_role(text: str, role: str) -> None:
    assert told(text)[0].role.value == role
