"""Sentences about an election: calendar, guarding, the day, ballots."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate
from command_center.ui.i18n import QT_TRANSLATE_NOOP

Say = Callable[[TimelineLine, Names], str]
_BY_WHOM = {
    "stage.kept": QT_TRANSLATE_NOOP("Timeline", "%1 mencatat satu tahapan pemilu"),
    "stage.struck": QT_TRANSLATE_NOOP("Timeline", "%1 mencoret satu tahapan pemilu"),
    "stages.taken": QT_TRANSLATE_NOOP("Timeline", "%1 mengambil tahapan dari PKPU"),
    "patterns.set": QT_TRANSLATE_NOOP("Timeline", "%1 menetapkan pola polisi-TPS-linmas"),
    "pools.kept": QT_TRANSLATE_NOOP("Timeline", "%1 mencatat kekuatan pengamanan TPS"),
    "pool.withdrawn": QT_TRANSLATE_NOOP("Timeline", "%1 menarik satu satuan dari daftar kekuatan"),
    "plan.adopted": QT_TRANSLATE_NOOP("Timeline", "%1 menetapkan ploting pengamanan TPS"),
    "plan.undone": QT_TRANSLATE_NOOP("Timeline", "%1 mencabut ploting yang baru ditetapkan"),
    "people.reposted": QT_TRANSLATE_NOOP("Timeline", "%1 mengubah ploting satu kelompok TPS"),
    "stations.told": QT_TRANSLATE_NOOP("Timeline", "%1 mencatat kabar TPS"),
    "station_message.struck": QT_TRANSLATE_NOOP("Timeline", "%1 mencoret satu kabar TPS"),
    "escort.kept": QT_TRANSLATE_NOOP("Timeline", "%1 mencatat kawal logistik"),
    "escort.moved": QT_TRANSLATE_NOOP("Timeline", "%1 mencatat langkah kawal logistik"),
    "escort.struck": QT_TRANSLATE_NOOP("Timeline", "%1 mencoret kawal logistik"),
}


def _said(text: str) -> Say:
    return lambda line, names: fill(translate("Timeline", text), names.person(line.actor))


ELECTION_SENTENCES: Mapping[str, Say] = {kind: _said(text) for kind, text in _BY_WHOM.items()}
