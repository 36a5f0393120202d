"""Whoever races for a unit, one order holds it; ways that look right are caught giving it twice."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.chaos.conftest import Run
from tests.chaos.unsafe import (
    GUARD,
    check_then_insert,
    default_postgres,
    default_sqlite,
    double_rounds,
    select_for_update,
)
from tests.postgres import Server

pytestmark = pytest.mark.timeout(180)
ROUNDS = [80, pytest.param(2_000, marks=[pytest.mark.long, pytest.mark.timeout(700)])]
unsafe = pytest.mark.xfail(strict=True, reason="unsafe on purpose: the race must be real")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="dispatchers are forked")
@pytest.mark.parametrize("rounds", ROUNDS)
def test_one_order_holds_the_unit(run: Run, bare_url: str, rounds: int) -> None:
    told = run("races", bare_url, "--rounds", str(rounds), patience_s=170 + rounds / 5)
    assert told["rounds"] == rounds
    assert told["unclear"] == 0
    assert told["clean"], told


@unsafe
def test_check_then_insert_on_sqlite_as_it_comes(tmp_path: Path) -> None:
    assert double_rounds(default_sqlite(tmp_path), check_then_insert) == 0


@unsafe
def test_for_update_on_sqlite(tmp_path: Path) -> None:
    assert double_rounds(default_sqlite(tmp_path), select_for_update) == 0


@unsafe
@pytest.mark.postgres
def test_check_then_insert_under_read_committed(postgres: Server) -> None:
    url = postgres.url(postgres.new_database())
    assert double_rounds(default_postgres(url), check_then_insert) == 0


@pytest.mark.postgres
def test_the_race_ends_where_it_is_prevented(postgres: Server, tmp_path: Path) -> None:
    url = postgres.url(postgres.new_database())
    assert double_rounds(default_postgres(url), select_for_update) == 0
    assert double_rounds(default_sqlite(tmp_path), check_then_insert, GUARD) == 0
