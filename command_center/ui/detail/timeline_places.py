"""Sentences about places, judgements and dialogue."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate
from command_center.ui.i18n import QT_TRANSLATE_NOOP

Say = Callable[[TimelineLine, Names], str]
_BY_WHOM = {
    "site.kept": QT_TRANSLATE_NOOP("Timeline", "%1 mencatat satu tempat"),
    "sites.imported": QT_TRANSLATE_NOOP("Timeline", "%1 mengimpor daftar tempat"),
    "site.closed": QT_TRANSLATE_NOOP("Timeline", "%1 mengeluarkan satu tempat dari daftar"),
    "election.kept": QT_TRANSLATE_NOOP("Timeline", "%1 mencatat pemilu"),
    "stations.imported": QT_TRANSLATE_NOOP("Timeline", "%1 mengimpor daftar TPS"),
    "stations.dropped": QT_TRANSLATE_NOOP("Timeline", "%1 mengeluarkan TPS dari daftar"),
    "place.rated": QT_TRANSLATE_NOOP("Timeline", "%1 menilai kerawanan"),
    "ratings.imported": QT_TRANSLATE_NOOP("Timeline", "%1 mengimpor penilaian kerawanan"),
    "rating.struck": QT_TRANSLATE_NOOP("Timeline", "%1 mencoret satu penilaian"),
    "room.criteria": QT_TRANSLATE_NOOP("Timeline", "%1 mengubah kriteria kerawanan"),
    "room.report_template": QT_TRANSLATE_NOOP("Timeline", "%1 mengubah templat laporan"),
    "dialogue.kept": QT_TRANSLATE_NOOP("Timeline", "%1 mencatat dialog"),
    "dialogue.struck": QT_TRANSLATE_NOOP("Timeline", "%1 mencoret catatan dialog"),
    "friction.kept": QT_TRANSLATE_NOOP("Timeline", "%1 menyegel catatan potensi gesekan"),
    "friction.struck": QT_TRANSLATE_NOOP("Timeline", "%1 mencabut catatan potensi gesekan"),
}


def _said(text: str) -> Say:
    return lambda line, names: fill(translate("Timeline", text), names.person(line.actor))


PLACE_SENTENCES: Mapping[str, Say] = {kind: _said(text) for kind, text in _BY_WHOM.items()}
