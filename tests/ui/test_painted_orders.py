"""What is sent is what had been painted for long enough, while all of it moves underneath."""

import pytest
from PySide6.QtWidgets import QApplication

from command_center.ui.detail import order_set
from tests.benchmarks.dispatch_painted import played


def test_no_order_goes_to_others_than_had_been_painted(qapp: QApplication) -> None:
    tally = played(300, seed=3)
    assert tally.differ == 0
    assert tally.sent > 20
    assert tally.confirmed > 10
    assert tally.fresh > 20, "the screen never changed under the key"


def test_without_the_rule_orders_go_to_whom_nobody_had_seen(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(order_set, "SEEN_MS", 0.0)
    assert played(100, seed=3).differ > 0
