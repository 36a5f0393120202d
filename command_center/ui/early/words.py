"""What early warnings are called on the screen."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from command_center.advice.early_warning.plan import shipped_plan
from command_center.domain.early import WATCHED_FOR, Episode, Verdict
from command_center.domain.room import Alarm
from command_center.ui.detail.words import fill
from command_center.ui.format import clock, count, decimal
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
RAREST_DAYS = 365


def stream_text(code: str) -> str:
    """ "kekerasan dan massa"."""
    stream = shipped_plan().stream(code)
    if stream is None:
        return code
    return stream.text_en if QLocale().language() is QLocale.Language.English else stream.text_id


def verdict_text(verdict: Verdict) -> str:
    return {
        Verdict.FOLLOW: translate("Early", "tindak lanjuti"),
        Verdict.WATCH: translate("Early", "amati"),
        Verdict.USUAL: translate("Early", "wajar"),
    }[verdict]


def length_text(seconds: float) -> str:
    """ "30 menit", "6 jam"."""
    if seconds < 2 * 3600:
        return fill(translate("Early", "%1 menit"), count(round(seconds / 60)))
    return fill(translate("Early", "%1 jam"), count(round(seconds / 3600)))


def often_text(episode: Episode) -> str:
    """How often chance alone shows the room as much."""
    days = episode.every_days
    if days > RAREST_DAYS:
        return translate("Early", "biasanya kurang dari sekali setahun")
    return fill(translate("Early", "biasanya sekali dalam %1 hari"), count(max(1, round(days))))


def short_often(episode: Episode) -> str:
    """The same where there is little room."""
    days = episode.every_days
    if days > RAREST_DAYS:
        return translate("Early", "≤ 1× setahun")
    return fill(translate("Early", "1× dalam %1 hari"), count(max(1, round(days))))


def evidence_text(episode: Episode) -> str:
    text = translate("Early", "%1 kejadian, yang terbaru di atas")
    return fill(text, count(len(episode.members)))


def place_text(episode: Episode, seat: Seat) -> str:
    """ "Purwantoro dan sekitar": the kelurahan of most of its incidents."""
    if not episode.areas:
        return translate("Early", "seluruh kota")
    known = (seat.situation.incident(id) for id in episode.members)
    codes = Counter(row.area_code for row in known if row and row.area_code in episode.areas)
    most = codes.most_common(1)
    code = most[0][0] if most else episode.areas[0]
    area = seat.city.gazetteer.by_code(str(code))
    name = area.name if area is not None else str(code)
    if len(episode.areas) == 1:
        return name
    return fill(translate("Early", "%1 dan sekitar"), name)


def areas_text(episode: Episode, seat: Seat) -> str:
    """Every kelurahan by name."""
    found = (seat.city.gazetteer.by_code(code) for code in episode.areas)
    names = ", ".join(area.name for area in found if area is not None)
    return names or translate("Early", "seluruh kota")


def count_text(episode: Episode) -> str:
    text = translate("Early", "%1 kejadian dalam %2, yang lazim %3")
    usual = decimal(episode.expected)
    return fill(text, count(episode.count), length_text(episode.window_s), usual)


def standing_text(episode: Episode, now: datetime, seat: Seat) -> str:
    """What a person made of it, and until when."""
    if episode.verdict is Verdict.USUAL:
        return fill(translate("Early", "wajar: %1"), episode.reason)
    if episode.closed_at is not None:
        return fill(translate("Early", "berakhir %1"), clock(episode.closed_at, seat.zone, False))
    if episode.waits(now):
        return translate("Early", "menunggu penilaian")
    if episode.verdict is Verdict.WATCH and episode.judged_at is not None:
        until = clock(episode.judged_at + WATCHED_FOR, seat.zone, False)
        return fill(translate("Early", "diamati sampai %1"), until)
    return translate("Early", "ditindaklanjuti")


def share_text(episode: Episode) -> str:
    """How many of such warnings are real, reckoned from what."""
    text = translate(
        "Early",
        "Dari 100 peringatan sekuat ini diperkirakan %1 nyata, bila kejadian nyata datang sekali"
        " dalam %2 hari dan %3 dari 100 tampak sekuat ini.",
    )
    real = count(round(100 * episode.true_share))
    every = count(round(1.0 / episode.real_a_day)) if episode.real_a_day > 0 else "∞"
    return fill(text, real, every, count(max(1, round(100 * episode.power))))


def ring_text(episode: Episode) -> str:
    if episode.learning:
        return translate(
            "Early", "Masa belajar: ruang ini belum cukup mengenal hari biasanya; tidak berbunyi."
        )
    if episode.rings:
        return translate("Early", "Membunyikan alarm sampai dinilai.")
    limit = count(round(100 * shipped_plan().ring_share))
    return fill(translate("Early", "Di bawah %1 dari 100: hanya diamati, tidak berbunyi."), limit)


def headline(episode: Episode, seat: Seat) -> str:
    """ "deteksi dini: Purwantoro dan sekitar, biasanya sekali dalam 40 hari"."""
    text = translate("Early", "deteksi dini: %1, %2")
    return fill(text, place_text(episode, seat), often_text(episode))


def alarm_words(alarm: Alarm, seat: Seat) -> dict[str, str]:
    """What its sentence needs beside the alarm's own parameters."""
    episode = seat.situation.get("early_episode", alarm.subject_id)
    codes = alarm.params.get("areas", "").split()
    found = (seat.city.gazetteer.by_code(code) for code in codes)
    names = ", ".join(area.name for area in found if area is not None)
    minutes = alarm.params.get("minutes", "0")
    return {
        "area": place_text(episode, seat) if episode is not None else names,
        "what": stream_text(alarm.params.get("stream", "")),
        "length": length_text(60.0 * float(minutes)) if minutes.isdecimal() else "?",
    }
