"""What an operation is made of: its places and what was decided about them, the tasks of a level's
plan, and the order of battle: sectors, posts, talk groups, forces."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from command_center.domain.room import SituationLevel


class Authority(StrEnum):
    """Whose order it was. `other`: whoever commanded on the spot."""

    SECTOR = "kapolsek"
    CITY = "kapolres"
    PROVINCE = "kapolda"
    OTHER = "lain"


class DecisionKind(StrEnum):
    """Each kind is a line of the decision log. `layer`: those in front are replaced by the same
    kind with more gear; `line`: by another kind of force; `control`: somebody else commands."""

    LEVEL = "tingkat"
    LAYER = "lapis_ganti"
    LINE = "lintas_ganti"
    CONTROL = "alih_kendali"
    FORCE = "tahap_kekuatan"
    PLAN = "rencana"
    REVOKED = "pencabutan"


class ForceStage(StrEnum):
    """The six of Perkap 1/2009, in its order. Written down after an officer ordered one."""

    PRESENCE = "pencegahan"
    ORDER = "perintah_lisan"
    SOFT = "tangan_kosong_lunak"
    HARD = "tangan_kosong_keras"
    BLUNT = "senjata_tumpul_kimia"
    FIREARM = "senjata_api"


@dataclass(frozen=True, slots=True)
class OperationPlace:
    """A place of an operation; its level stands in `Operation.levels` under `name`. `site_id` of
    the list of places; `control`: who commands there now, "" = nobody said."""

    id: str
    version: int
    operation_id: str
    name: str
    site_id: str | None
    control: str
    added_at: datetime
    left_at: datetime | None


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the decision log, never changed. `level` and `was`: of the place after and before
    it; `unusual`: it left the table of moves, and `reason` says why. `revokes`: the decision that
    this one takes back."""

    id: str
    version: int
    operation_id: str
    place: str
    kind: DecisionKind
    level: SituationLevel | None
    was: SituationLevel | None
    text: str
    ordered_by: str
    authority: Authority | None
    unusual: bool
    reason: str
    force_stage: ForceStage | None
    revokes: str | None
    at: datetime
    entered_by: str


@dataclass(frozen=True, slots=True)
class Hearing:
    """Somebody has heard a decision. `how`: radio, telephone, in person."""

    id: str
    version: int
    decision_id: str
    who: str
    how: str
    at: datetime
    entered_by: str
    struck_at: datetime | None


class TaskKind(StrEnum):
    """In the order a plan is read out."""

    FORCE = "kekuatan"
    EQUIPMENT = "peralatan"
    TELL = "beri_tahu"
    HOSPITAL = "rumah_sakit"
    CLOSURE = "penutupan"
    CAMERAS = "kamera"
    CHECK = "periksa"


@dataclass(frozen=True, slots=True)
class PlanTask:
    """One item of a level's plan after the plan was called. `subject`: the view of the wall, the
    line of the road, or the hospitals, that it is about. `dropped`: it ended undone, `note` says
    why."""

    id: str
    version: int
    operation_id: str
    place: str
    decision_id: str
    level: SituationLevel
    kind: TaskKind
    text: str
    subject: str
    owner: str
    due_at: datetime
    done_at: datetime | None
    done_by: str | None
    dropped: bool
    note: str


class PartKind(StrEnum):
    SECTOR = "sektor"
    POST = "pos"
    TALK_GROUP = "grup_radio"


@dataclass(frozen=True, slots=True)
class OperationPart:
    """A sector, a post (its sector is `parent_id`) or a talk group of an operation."""

    id: str
    version: int
    operation_id: str
    kind: PartKind
    name: str
    parent_id: str | None
    area_code: str | None
    left_at: datetime | None


class Branch(StrEnum):
    """Whose people they are, in the order an operation order lists them."""

    POLRI = "polri"
    BRIMOB = "brimob"
    TNI = "tni"
    DISHUB = "dishub"
    DAMKAR = "damkar"
    SATPOL_PP = "satpol_pp"
    AMBULANCE = "ambulans"
    LINMAS = "linmas"
    OTHER = "lain"


@dataclass(frozen=True, slots=True)
class Force:
    """Part of the strength tree: known by `branch` and `name`. `strength`: people as the order
    says; one with others under it counts through them. `call_sign`: of the unit board, "" = not on
    it. It stands at `part_id`, a post or a sector."""

    id: str
    version: int
    operation_id: str
    branch: Branch
    name: str
    parent_id: str | None
    strength: int
    leader: str
    call_sign: str
    part_id: str | None
    talk_group_id: str | None
    area_code: str | None
    note: str
    source: str
    left_at: datetime | None
