"""The shipped packs, and a small one to break."""

from functools import cache
from pathlib import Path

from command_center.geo.packs import CityPack, load_pack

PACKS = Path(__file__).resolve().parents[3] / "resources" / "packs"


@cache
def malang() -> CityPack:
    return load_pack(PACKS / "malang")


@cache
def jember() -> CityPack:
    return load_pack(PACKS / "jember")
