"""Alerts as CAP 1.2."""

from __future__ import annotations

from command_center.contract.cap import CAP

SQUARE = "-8.0,112.6 -8.0,112.7 -7.9,112.7 -7.9,112.6 -8.0,112.6"
BOW = "-8.0,112.6 -7.9,112.7 -8.0,112.7 -7.9,112.6 -8.0,112.6"
SENT, ENDS = "2026-11-22T06:00:00+07:00", "2026-11-22T09:00:00+07:00"
SENDER = "bmkg@bmkg.go.id"


def area(*shapes: str, name: str = "Kota Malang") -> str:
    drawn = "".join(
        f"<circle>{one}</circle>" if " " in one and one.count(",") == 1 else
        f"<polygon>{one}</polygon>" for one in shapes
    )  # fmt: skip
    return f"<area><areaDesc>{name}</areaDesc>{drawn}</area>"


def info(*areas: str, severity: str = "Severe", language: str = "id", expires: str = ENDS) -> str:
    end = f"<expires>{expires}</expires>" if expires else ""
    return (
        f"<info><language>{language}</language><category>Met</category><event>Hujan Lebat</event>"
        f"<urgency>Immediate</urgency><severity>{severity}</severity><certainty>Likely</certainty>"
        f"{end}<headline>Hujan lebat dan petir</headline>{''.join(areas)}</info>"
    )


def alert(
    *infos: str,
    identifier: str = "A1",
    status: str = "Actual",
    kind: str = "Alert",
    references: str = "",
    sent: str = SENT,
) -> str:
    return (
        f'<alert xmlns="{CAP}"><identifier>{identifier}</identifier><sender>{SENDER}</sender>'
        f"<sent>{sent}</sent><status>{status}</status><msgType>{kind}</msgType>"
        f"<scope>Public</scope><references>{references}</references>"
        f"{''.join(infos)}</alert>"
    )


def refers(*identifiers: str) -> str:
    return " ".join(f"{SENDER},{one},{SENT}" for one in identifiers)
