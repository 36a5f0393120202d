"""`command-center advice recommend`: whom the room would send, of recorded input."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from command_center.cli_arguments import existing_file
from command_center.cli_words import MAX_VALUE

if TYPE_CHECKING:
    from command_center.advice.recommend.question import RecommendFault
    from command_center.advice.run_cards import RunCard

ANSWERED, NOT_ANSWERED = 0, 3

WORDS = {
    "unreadable": "The file is not what docs/advice.md describes: {why}.",
    "other_format": "The file says format {given}; this program reads {known}.",
    "two_positions": "Unit {unit} stands twice, at two positions.",
    "unit_twice": "Unit {unit} stands twice.",
    "doing_unknown": "Unit {unit} does {doing}; it is idle, en_route or on_scene.",
    "idle_with_job": "Unit {unit} is idle and has a job.",
    "busy_without_job": "Unit {unit} is {doing} without a job.",
    "half_position": "Unit {unit} has a latitude or a longitude but not both.",
    "job_closed": "Unit {unit} works on incident {incident}, which is not open any more.",
    "incident_merged": "Incident {incident} was merged into {into}; ask for that one.",
    "incident_closed": "Incident {incident} is {status}; nobody is sent to it.",
    "empty_plan": "The plan is empty: say what is needed, or let the run cards say it.",
    "empty_want": "{what} is wanted zero times; say how many.",
    "unit_unknown": "{where} names unit {unit}, which is not among the units.",
    "job_unknown": "relief names incident {incident}, which no unit works on.",
    "kecamatan_unknown": "floors names kecamatan {kecamatan}, which no anchor lies in.",
    "already_sent": "A unit works on incident {incident} already; ask for the units it still needs"
    " under another id.",
    "eta_outside_interval": "The arrival of unit {unit} lies outside its own interval.",
    "position_contradicts_eta": "Unit {unit} stands {metres} m away and cannot be there in"
    " {seconds} s.",
    "incident_twice": "Incident {incident} waits twice.",
    "no_run_card": "No run card fits category {category}, and none fits any category.",
    "cover_weightless": "The weights of the anchors sum to nothing.",
    "run_cards_fault": "The run cards cannot be used: {fault}.",
}


def add_recommend(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=existing_file, help="recorded input (docs/advice.md)")
    parser.add_argument("--json", action="store_true", help="the whole answer")
    parser.add_argument(
        "--run-cards", metavar="FILE", type=existing_file, help="in place of the shipped"
    )


def run_recommend(args: argparse.Namespace) -> int:
    # What reckons is heavy to load, and every verb of the command line comes past here.
    from command_center.advice.recommend.question import RecommendFault  # noqa: PLC0415
    from command_center.advice.recommend.recorded import answer_recorded, as_bytes  # noqa: PLC0415

    try:
        answer = answer_recorded(args.file.read_bytes(), _cards(args.run_cards))
    except RecommendFault as fault:
        sys.stderr.write(f"command-center: {sentence(fault)}\n")
        return NOT_ANSWERED
    if args.json:
        sys.stdout.write(as_bytes(answer).decode())
    else:
        sys.stdout.writelines(f"{_line(card)}\n" for card in answer["cards"])
    return ANSWERED


def sentence(fault: RecommendFault) -> str:
    """One line, its values plain and short."""
    params = {key: " ".join(str(value)[:MAX_VALUE].split()) for key, value in fault.params.items()}
    return WORDS[fault.code].format(**params)


def _cards(file: Path | None) -> tuple[RunCard, ...]:
    from command_center.advice.recommend.question import RecommendFault  # noqa: PLC0415
    from command_center.advice.run_cards import (  # noqa: PLC0415
        Known,
        read_run_cards,
        run_cards,
    )

    if file is None:
        return run_cards()
    cards, faults = read_run_cards(file.read_bytes(), file.name, Known())
    if faults:
        raise RecommendFault("run_cards_fault", fault=faults[0])
    return cards


def _line(card: dict[str, Any]) -> str:
    """call sign, minutes, reasons by code."""
    seconds = card["eta"]["seconds"]
    eta = "?" if seconds is None else f"{seconds / 60:.1f} min"
    return f"{card['call_sign']}\t{eta}\t{' '.join(one['code'] for one in card['reasons'])}"
