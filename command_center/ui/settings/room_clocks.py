"""The room's targets and clocks, a row each. They are one truth for all workstations: kept in the
room's log, they count everywhere at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from command_center.commands.room_clocks import SetTargets
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import RoomSetting
from command_center.domain.targets import CLOCKS, SETTING, RoomClock
from command_center.runtime.option_forms import Wrong
from command_center.runtime.options import Kind, Option, Subject
from command_center.ui.actions.action import submit
from command_center.ui.detail.words import fill
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence
from command_center.ui.settings import words
from command_center.ui.settings.row import RowState, RowWords, SettingRow
from command_center.ui.settings.sections import Sections
from command_center.ui.settings.words import translate

TITLES: Mapping[str, str] = {
    "verify_s": QT_TRANSLATE_NOOP("Settings", "Verifikasi laporan"),
    "order_s": QT_TRANSLATE_NOOP("Settings", "Perintah pertama"),
    "on_scene_s": QT_TRANSLATE_NOOP("Settings", "Tiba di TKP"),
    "answer_s": QT_TRANSLATE_NOOP("Settings", "Jawaban perintah"),
    "own_p1_s": QT_TRANSLATE_NOOP("Settings", "P1 belum diambil"),
    "own_p1_lead_s": QT_TRANSLATE_NOOP("Settings", "P1 belum diambil: kepala regu"),
    "set_off_s": QT_TRANSLATE_NOOP("Settings", "Mulai bergerak"),
    "due_lead_s": QT_TRANSLATE_NOOP("Settings", "Kejadian terjadwal"),
    "take_over_s": QT_TRANSLATE_NOOP("Settings", "Permintaan ambil alih"),
    "position_stale_s": QT_TRANSLATE_NOOP("Settings", "Umur posisi unit"),
    "status_stale_s": QT_TRANSLATE_NOOP("Settings", "Umur status unit"),
    "welfare_radio_s": QT_TRANSLATE_NOOP("Settings", "Unit diam: radio"),
    "welfare_phone_s": QT_TRANSLATE_NOOP("Settings", "Unit diam: telepon"),
    "welfare_partner_s": QT_TRANSLATE_NOOP("Settings", "Unit diam: rekan terdekat"),
    "welfare_lead_s": QT_TRANSLATE_NOOP("Settings", "Unit diam: kepala regu"),
}
MEANINGS: Mapping[str, str] = {
    "verify_s": QT_TRANSLATE_NOOP("Settings", "Dari laporan masuk sampai terverifikasi."),
    "order_s": QT_TRANSLATE_NOOP("Settings", "Dari terverifikasi sampai unit pertama diperintah."),
    "on_scene_s": QT_TRANSLATE_NOOP(
        "Settings",
        "Dari laporan masuk sampai unit pertama di TKP. Cakupan kota pada kartu saran dihitung"
        " dengan waktu ini.",
    ),
    "answer_s": QT_TRANSLATE_NOOP(
        "Settings", "Lewat dari ini, perintah yang belum dijawab berdering."
    ),
    "own_p1_s": QT_TRANSLATE_NOOP("Settings", "Lewat dari ini, semua meja berdering."),
    "own_p1_lead_s": QT_TRANSLATE_NOOP(
        "Settings", "Lewat dari ini, kepala regu yang didering; tidak lebih awal dari semua meja."
    ),
    "set_off_s": QT_TRANSLATE_NOOP("Settings", "Dari perintah diterima sampai unit bergerak."),
    "due_lead_s": QT_TRANSLATE_NOOP("Settings", "Berapa lama sebelum waktunya diingatkan."),
    "take_over_s": QT_TRANSLATE_NOOP(
        "Settings", "Berapa lama pemilik kejadian dapat menjawab sebelum kejadian berpindah."
    ),
    "position_stale_s": QT_TRANSLATE_NOOP(
        "Settings", "Posisi yang lebih lama dari ini tidak dipakai lagi."
    ),
    "status_stale_s": QT_TRANSLATE_NOOP(
        "Settings", "Tanpa posisi: status yang lebih lama dari ini menjadi tidak diketahui."
    ),
    "welfare_radio_s": QT_TRANSLATE_NOOP(
        "Settings", "Berapa lama dipanggil lewat radio sebelum ditelepon."
    ),
    "welfare_phone_s": QT_TRANSLATE_NOOP(
        "Settings", "Berapa lama ditelepon sebelum unit terdekat diminta melihat."
    ),
    "welfare_partner_s": QT_TRANSLATE_NOOP(
        "Settings", "Berapa lama ditunggu sebelum kepala regu diberi tahu."
    ),
    "welfare_lead_s": QT_TRANSLATE_NOOP(
        "Settings", "Berapa lama ditunggu sebelum menjadi alarm bahaya personel."
    ),
}


def _option(clock: RoomClock) -> Option:
    return Option(
        clock.name, clock.default, Kind.NUMBER, Subject.ROOM, clock.meaning,
        low=clock.low, high=clock.high, unit="seconds",
    )  # fmt: skip


class ClockRows:
    """Set by the administrator: they measure the shift, whose lead is no judge of it."""

    def __init__(self, seat: Seat, sections: Sections) -> None:
        self._seat, self._sections = seat, sections
        self._before: dict[str, list[int]] = {name: [] for name in CLOCKS}
        self._kept: dict[str, int] = {}
        self.rows: dict[str, SettingRow] = {}

    def parts(self) -> Iterator[None]:
        self._sections.head(partial(translate, "Settings", "Target dan batas waktu ruang"))
        for clock in CLOCKS.values():
            option = _option(clock)
            said = partial(_words, option)
            row = SettingRow(self._seat, option, said, partial(_check, option))
            row.kept.connect(partial(self._keep, option))
            row.undone.connect(partial(self._undo, clock))
            row.reset.connect(partial(self._change, clock, clock.default))
            self.rows[clock.name] = row
            self._sections.add(row)
            yield

    def _setting(self) -> RoomSetting | None:
        kept = self._seat.situation.get("room_setting", SETTING)
        return kept if isinstance(kept, RoomSetting) else None

    def show(self, changed: str) -> None:
        """`changed`: who changed the setting last and when, "" where nobody has."""
        setting = self._setting()
        decided = setting.value if setting is not None else {}
        for name, row in self.rows.items():
            default = words.value_text(row.option, row.option.default)
            says = [fill(translate("Settings", "bawaan: %1"), default)]
            if name in decided:
                says.append(changed)
            row.show_state(
                RowState(
                    text=str(self._now(name)),
                    says=" · ".join(part for part in says if part),
                    lock=self._closed(),
                    undo=self._is_ours(name),
                    reset=name in decided,
                )
            )

    def _now(self, name: str) -> int:
        seconds: float = getattr(self._seat.targets, name)
        return round(seconds)

    def _is_ours(self, name: str) -> bool:
        """What somebody else did, here or elsewhere, is not taken back from here."""
        return bool(self._before[name]) and self._kept[name] == self._now(name)

    def forget_steps(self) -> None:
        for steps in self._before.values():
            steps.clear()

    def _closed(self) -> str:
        if self._seat.may(Permission.ADMINISTER):
            return ""
        return sentence("not_allowed" if self._seat.person.signed_in else "sign_in_first", {})

    # --- what is asked -------------------------------------------------------------------------

    def _keep(self, option: Option, text: str) -> None:
        seconds = option.read(text)
        if isinstance(seconds, int):
            self._set(CLOCKS[option.name], seconds)

    def _undo(self, clock: RoomClock) -> None:
        if self._is_ours(clock.name):
            *steps, was = self._before[clock.name]
            self._send(clock, was, steps)

    def _set(self, clock: RoomClock, seconds: int) -> None:
        if seconds == self._now(clock.name):
            self.rows[clock.name].forget()
        else:
            self._change(clock, seconds)

    def _change(self, clock: RoomClock, seconds: int) -> None:
        self._send(clock, seconds, [*self._before[clock.name], self._now(clock.name)])

    def _send(self, clock: RoomClock, seconds: int, steps: list[int]) -> None:
        """`steps` back are those there are once it is kept."""
        setting = self._setting()
        said = dict(setting.value) if setting is not None else {}
        said.pop(clock.name, None)
        if seconds != clock.default:
            said[clock.name] = seconds
        version = setting.version if setting is not None else 0
        submit(
            self._seat,
            SetTargets(said, version),
            failed=partial(self._failed, clock),
            stored=partial(self._stored, clock.name, seconds, steps),
        )

    def _stored(self, name: str, seconds: int, steps: list[int]) -> None:
        self._kept[name], self._before[name] = seconds, steps

    def _failed(self, clock: RoomClock, error: OperatorError) -> None:
        """What was written stays, to be put right."""
        row = self.rows[clock.name]
        row.show_state(row.state)
        row.show_fault(sentence(error.code, error.params))


def _words(option: Option) -> RowWords:
    title, said = (translate("Settings", of[option.name]) for of in (TITLES, MEANINGS))
    unit = translate("Settings", "detik")
    return RowWords(title, f"{said} ({option.low}–{option.high} {unit})")


def _check(option: Option, text: str) -> str:
    found = option.read(text)
    if not isinstance(found, Wrong):
        return ""
    named = {"option": translate("Settings", TITLES[option.name])}
    where = translate("Settings", "Isian ini")
    return sentence(found.code, {"where": where, **found.allowed, **named})
