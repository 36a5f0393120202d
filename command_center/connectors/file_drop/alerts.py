"""Alerts to the public (CAP 1.2) that somebody lays down in a folder."""

from __future__ import annotations

from datetime import datetime

from command_center.commands.public_alerts import KeepAlert
from command_center.connectors.file_drop.folder import Laid, Reason
from command_center.connectors.file_drop.readers import ending_of
from command_center.connectors.intake_page import WAIT_S
from command_center.contract.cap import read_alerts
from command_center.contract.page import PageFault
from command_center.domain.alert import PublicAlert
from command_center.domain.errors import OperatorError
from command_center.domain.log import Act
from command_center.ports import Executor

NO_NEWS = frozenset({"alert_over", "alert_ends_nothing"})
"""Of a feed that is read from its beginning, nobody has to look at these."""
WRONG = frozenset({"alert_not_meant", "alerts_full"})


class AlertsTaken:
    """What became of the alerts of one file."""

    def __init__(self) -> None:
        self.stored = self.known = 0
        self.reasons: list[Reason] = []


def take_alerts(executor: Executor, act: Act, laid: Laid, now: datetime) -> AlertsTaken:
    """PageFault for a file of another kind; raises what is the database's fault."""
    if ending_of(laid.path.name) != ".xml":
        raise PageFault("file_kind_unknown")
    alerts, faults = read_alerts(laid.data, now)
    taken = AlertsTaken()
    taken.reasons += [Reason(fault.where, "", fault.code) for fault in faults]
    for alert in sorted(alerts, key=lambda one: one.sent_at):
        _take(executor, act, alert, taken)
    return taken


def _take(executor: Executor, act: Act, alert: PublicAlert, taken: AlertsTaken) -> None:
    try:
        outcome = executor.submit(KeepAlert(alert), act=act).result(WAIT_S)
    except TimeoutError as error:
        raise OperatorError("database_busy") from error
    except OperatorError as error:
        if error.code in NO_NEWS:
            taken.known += 1
        elif error.code in WRONG:
            taken.reasons.append(Reason(alert.identifier, "", error.code))
        else:
            raise
    else:
        taken.known += outcome.seq is None
        taken.stored += outcome.seq is not None
