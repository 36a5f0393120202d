"""What the card says, in the language of the screen."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from command_center.ui import format as written
from command_center.ui.detail.arrival_words import interval, reckoned, span
from command_center.ui.detail.names import shown_title
from command_center.ui.detail.words import fill
from command_center.ui.reassign.choice import Choice
from command_center.ui.reassign.preview import Going, Left, Preview
from command_center.ui.sentences import sentence

translate = QCoreApplication.translate
MOST_NAMES = 4


def names(going: tuple[Going, ...]) -> str:
    """ "SAMAPTA 12, SAMAPTA 14 +3"."""
    signs = [one.row.call_sign for one in going]
    more = len(signs) - MOST_NAMES
    return ", ".join(signs[:MOST_NAMES]) + (f" +{more}" if more > 0 else "")


def title(preview: Preview, area: str = "") -> str:
    who = names(preview.sent or preview.going)
    incident = preview.incident
    if incident is None:
        return fill(translate("Reassign", "%1 → %2"), who, area or "…")
    number = written.number_sign(incident.number, incident.alias)
    what = shown_title(incident.title, incident.category)
    return fill(translate("Reassign", "%1 → %2 %3"), who, number, what)


def arrival(one: Going, now: datetime) -> str:
    """ "± 4 m (3–7), menurut jalan · posisi 12 dtk"; where it sends none, from its home."""
    reach = _reach(one)
    if one.row.position_at is None:
        return fill(translate("Reassign", "%1 · dari pangkalan, tanpa posisi"), reach)
    age = written.age((now - one.row.position_at).total_seconds())
    old = translate("Reassign", "%1 · posisi %2, basi")
    return fill(old if one.stale else translate("Reassign", "%1 · posisi %2"), reach, age)


def _reach(one: Going) -> str:
    if not one.reckoned:
        return translate("Reassign", "perkiraan tiba dihitung…")
    drive = one.drive
    if drive is None or not math.isfinite(drive.seconds):
        return translate("Reassign", "perkiraan tiba tidak diketahui")
    text = translate("Reassign", "± %1 (%2 m), %3")
    return fill(text, span(drive.seconds), interval(drive), reckoned(drive))


def arrivals(going: tuple[Going, ...], now: datetime) -> str:
    """Of several the first and the last."""
    if len(going) == 1:
        return arrival(going[0], now)
    times = [one.drive.seconds for one in going if one.drive is not None]
    known = sorted(seconds for seconds in times if math.isfinite(seconds))
    stale = sum(one.stale for one in going)
    if not known:
        text = _reach(going[0])
    else:
        text = fill(translate("Reassign", "± %1 sampai %2"), span(known[0]), span(known[-1]))
    if stale:
        text += " · " + fill(translate("Reassign", "%1 posisi basi"), str(stale))
    return text


def cover(lines: Mapping[str, tuple[int, int]], area_names: Mapping[str, str]) -> str:
    """ "Klojen 2 → 1 siap, Sukun 1 → 0 siap"."""
    said = [
        fill(translate("Reassign", "%1 %2 → %3"), area_names.get(code, code), str(now), str(then))
        for code, (now, then) in lines.items()
    ]
    if not said:
        return translate("Reassign", "Cakupan tidak berubah")
    return fill(translate("Reassign", "Siap: %1"), ", ".join(said))


def left(job: Left) -> str:
    """The job it is on, and what becomes of it: "Kini #0146 Laka lantas (P1); ditinggal, menunggu
    ± 7 m (SAMAPTA 14)"."""
    number = written.number_sign(job.number, job.alias)
    now = fill(translate("Reassign", "Kini %1 %2 (%3)"), number, job.title, job.priority.value)
    if job.others:
        stays = translate("Reassign", "%1; bila ditarik tetap ditangani %2")
        return fill(stays, now, ", ".join(job.others[:MOST_NAMES]))
    if not job.reckoned:
        return fill(translate("Reassign", "%1; penggantinya dihitung…"), now)
    if job.relief is None:
        return fill(translate("Reassign", "%1; bila ditarik tanpa pengganti siap"), now)
    text = translate("Reassign", "%1; bila ditarik menunggu ± %2 (%3)")
    return fill(text, now, span(job.relief.seconds), job.relief.call_sign)


def refused(one: Going) -> str:
    """Whose name the sentence does not say stands before it."""
    sign = one.row.call_sign
    text = sentence(one.refused or "", {"unit": sign})
    return text if sign in text else f"{sign}: {text}"


def choice_text(choice: Choice) -> str:
    return {
        Choice.SEND: translate("Reassign", "Perintahkan"),
        Choice.STACK: translate("Reassign", "Tumpuk: setelah tugas kini"),
        Choice.PULL: translate("Reassign", "Tarik sekarang"),
        Choice.CANCEL: translate("Reassign", "Batalkan tugas kini"),
        Choice.LEAVE: translate("Reassign", "Yang bebas saja"),
    }[choice]


def usual_reason(preview: Preview, choice: Choice) -> str:
    """What stands in the field until somebody writes otherwise; "" where a person has to say. The
    unit hears it: in its language, whatever the screen's is."""
    incident, jobs = preview.incident, [one.left for one in preview.busy if one.left is not None]
    if choice is Choice.STACK:
        return "tugas kini didahulukan"
    if choice is Choice.PULL and incident is not None and jobs:
        least = min(job.priority for job in jobs)
        if incident.priority < least:
            return f"{incident.priority.value} lebih mendesak dari {least.value}"
    return ""
