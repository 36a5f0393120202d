"""What a card says of a unit that could go: in three short lines, and why in whole sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from command_center.advice.recommend.cards import Reason, Value, Why
from command_center.advice.recommend.roster import ANY, Doing
from command_center.situation.advising.advice import Advice, Offer
from command_center.situation.advising.plan import Wanted
from command_center.ui.detail.arrival_words import arrival, in_full, interval, span
from command_center.ui.detail.words import fill
from command_center.ui.format import age, count
from command_center.ui.sentences import sentence

translate = QCoreApplication.translate
Params = Mapping[str, Value]

# --- a card ------------------------------------------------------------------------------------


def headline(offer: Offer) -> str:
    """ "SAMAPTA 14 · 5 m"."""
    return f"{offer.call_sign} · {arrival(offer.drive)}"


def what_it_is(offer: Offer, straight: bool) -> str:
    """ "4 org · patroli": its people, what it fills, and what there is to say against it.
    `straight`: all arrivals are, which is said once elsewhere."""
    pull = offer.card.knock_on
    if pull is not None:
        return fill(translate("Offer", "ditarik dari %1 (%2)"), pull.number, _priority(offer))
    parts = [fill(translate("Offer", "%1 org"), count(offer.crew))]
    parts += [_word(what) for what in offer.fills] or [translate("Offer", "di luar rencana")]
    if offer.card.asked:
        parts.append(translate("Offer", "diminta"))
    if is_stale(offer):
        age_text = "" if offer.age_s is None else f" {age(offer.age_s)}"
        parts.append(translate("Offer", "posisi basi") + age_text)
    elif offer.drive.at_home:
        parts.append(translate("Offer", "pangkalan"))
    elif offer.drive.by == "straight" and not straight:
        parts.append(translate("Offer", "garis lurus"))
    return " · ".join(parts)


def price(offer: Offer) -> str:
    """ "jangkau Sukun 2→1": what can be there in time, wherever it stands, unlike the board's count
    of who stands there; or how long the job it leaves waits: "#0143 menunggu 6 m"."""
    pull = offer.card.knock_on
    if pull is not None and not pull.abandoned:
        return fill(translate("Offer", "%1 tetap ditangani"), pull.number)
    if pull is not None:
        return fill(translate("Offer", "%1 menunggu %2"), pull.number, span(pull.waits_s))
    if not offer.card.holes:
        return ""
    worst = offer.card.holes[0]
    text = translate("Offer", "jangkau %1 %2→%3")
    return fill(text, worst.kecamatan, str(worst.before), str(worst.after))


def is_stale(offer: Offer) -> bool:
    return any(one.code in (Why.STALE, Why.NO_POSITION) for one in offer.card.reasons)


def is_dear(offer: Offer) -> bool:
    """Its price wants to be seen."""
    pull = offer.card.knock_on
    empties = any(hole.after == 0 for hole in offer.card.holes)
    return offer.card.under_floor or empties or (pull is not None and pull.abandoned)


def _priority(offer: Offer) -> str:
    for reason in offer.card.reasons:
        if reason.code is Why.PULLED:
            return str(reason.params["priority"])
    return ""


def _word(what: str) -> str:
    return translate("Offer", "unit apa saja") if what == ANY else what


# --- why ---------------------------------------------------------------------------------------


def why(offer: Offer) -> str:
    """Whole sentences, one a line."""
    lines = [fill(translate("Offer", "%1: %2."), offer.call_sign, in_full(offer.drive))]
    if offer.fills:
        words = ", ".join(_word(what) for what in offer.fills)
        crew = count(offer.crew)
        lines.append(fill(translate("Offer", "Mengisi %1 dengan %2 orang."), words, crew))
    lines += [text for one in offer.card.reasons if (text := reason_text(one))]
    return "\n".join(lines + _coverage(offer))


def _coverage(offer: Offer) -> list[str]:
    """What each kecamatan loses, by the kelurahan that loses most."""
    holes = offer.card.holes
    said = [f"{one.kecamatan} ({one.kelurahan}) {one.before}→{one.after}" for one in holes]
    if not said:
        return []
    text = translate(
        "Offer", "Jangkau, yaitu unit siap yang sampai pada waktunya di mana pun berdiri: %1."
    )
    lines = [fill(text, ", ".join(said))]
    under = [one.kecamatan for one in holes if one.under_floor]
    if under:
        lines.append(fill(translate("Offer", "Di bawah batas: %1."), ", ".join(under)))
    return lines


def reason_text(reason: Reason) -> str:
    """The sentence of a reason, "" for one that another line says already."""
    say = _REASONS.get(reason.code)
    return say(reason.params) if say is not None else ""


def _pulled(params: Params) -> str:
    text = {
        Doing.EN_ROUTE.value: translate("Offer", "Ditarik dari %1 (%2, umur %3), masih di jalan."),
        Doing.ON_SCENE.value: translate("Offer", "Ditarik dari %1 (%2, umur %3), boleh pergi."),
    }[str(params["doing"])]
    return fill(text, str(params["number"]), str(params["priority"]), age(_s(params, "age_s")))


def _stale(params: Params) -> str:
    if "age_s" not in params:
        return translate("Offer", "Lama tidak terdengar dan tanpa posisi: ditaruh terakhir.")
    text = translate("Offer", "Posisi %1 yang lalu, basi: ditaruh terakhir.")
    return fill(text, age(_s(params, "age_s")))


def _s(params: Params, name: str) -> float:
    return float(params[name])


_REASONS: Mapping[Why, Callable[[Params], str]] = {
    Why.CLOSEST_IDLE: lambda _: translate("Offer", "Paling cepat di antara unit siap yang cocok."),
    Why.MEETS_TARGET: lambda p: fill(
        translate("Offer", "Tiba dalam target %1."), span(_s(p, "target_s"))
    ),
    Why.MISSES_TARGET: lambda p: fill(
        translate("Offer", "Lewat target %1."), span(_s(p, "target_s"))
    ),
    Why.PULLED: _pulled,
    Why.JOB_KEEPS: lambda p: fill(
        translate("Offer", "%1 tetap ditangani %2 unit lain."), str(p["number"]), str(p["others"])
    ),
    Why.JOB_RELIEF: lambda p: fill(
        translate("Offer", "%1 lalu menunggu %2 untuk %3."),
        str(p["number"]), span(_s(p, "waits_s")), str(p["unit"]),
    ),
    Why.JOB_WAITS: lambda p: fill(
        translate("Offer", "%1 lalu menunggu sekitar %2 sampai ada unit yang bebas."),
        str(p["number"]), span(_s(p, "waits_s")),
    ),
    Why.JOB_LATE: lambda p: fill(
        translate("Offer", "%1 jadi lewat target %2."), str(p["number"]), span(_s(p, "target_s"))
    ),
    Why.PULL_RAISES: lambda p: fill(
        translate("Offer", "Tarikan ke-%1 dari %2: sebaiknya naik ke %3."),
        str(p["pulls"]), str(p["number"]), str(p["priority"]),
    ),
    Why.ASKED: lambda p: fill(
        translate("Offer", "Unit %1: diminta, dan dihitung setelah menerima."), str(p["agency"])
    ),
    Why.NOT_WANTED: lambda _: translate("Offer", "Bukan yang diminta kartu rencana."),
    Why.AT_HOME: lambda _: translate("Offer", "Tanpa posisi: dianggap di pangkalannya."),
    Why.STALE: _stale,
    Why.NO_POSITION: lambda _: translate("Offer", "Posisinya tidak diketahui."),
}  # fmt: skip

# --- all of them -------------------------------------------------------------------------------


def over_the_cards(advice: Advice) -> str:
    """What is wanted and how much of it is sent; by what arrivals are reckoned."""
    if advice.plan.fault is not None:
        code, params = advice.plan.fault
        parts = [sentence(code, dict(params))]
    else:
        wanted = " · ".join(_wanted(one) for one in advice.plan.wanted)
        parts = [fill(translate("Offer", "Butuh %1"), wanted)]
        if advice.plan.alarm > 1:
            text = translate("Offer", "Alarm %1 butuh %2")
            parts = [fill(text, str(advice.plan.alarm), wanted)]
    if not advice.offers:
        parts.append(translate("Offer", "tidak ada unit siap"))
    elif advice.why_straight in _TOLD:
        parts.append(sentence(advice.why_straight, {}))
    elif advice.why_straight:
        parts.append(translate("Offer", "perkiraan garis lurus"))
    else:
        parts.append(translate("Offer", "perkiraan menurut jalan"))
    return " · ".join(parts)


_TOLD = frozenset({"roads_not_here", "roads_damaged"})
"""Why there are no roads where the room has some: somebody at this workstation has to act."""


def by_which_cards(advice: Advice) -> str:
    """The rows of the run cards that say what is wanted, "" where none does."""
    rows = ", ".join(str(row) for row in advice.plan.rows)
    if not rows:
        return ""
    own = translate("Offer", "Menurut kartu rencana ruang ini, baris %1.")
    shipped = translate("Offer", "Menurut kartu rencana bawaan, baris %1.")
    return fill(own if advice.plan.own else shipped, rows)


def _wanted(one: Wanted) -> str:
    """ "ambulans 0/1 (1 diminta)"."""
    text = f"{_word(one.what)} {one.sent}/{one.count}"
    if one.crew:
        text = fill(translate("Offer", "%1 @%2 org"), text, count(one.crew))
    if one.asked:
        text = fill(translate("Offer", "%1 (%2 diminta)"), text, count(one.asked))
    return text


def told_of(offer: Offer) -> str:
    """For a reader: everything the card shows, on one line."""
    parts = [headline(offer), interval(offer.drive), what_it_is(offer, True), price(offer)]
    return ", ".join(part for part in parts if part)
