"""The parts of one hospital's status, read by the table of elements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from command_center.connectors.hospital.found import Findings
from command_center.connectors.hospital.schema import HAVE, Group, Leaf, Triage
from command_center.connectors.hospital.values import BadValue, count, name, one_of
from command_center.connectors.hospital.xml_tree import local, namespace, text_of

MOST_FIGURES = 400
_COLOURS = one_of("Red", "Yellow", "Green", "Black")
Figures = dict[str, str]


def ours(element: Element, path: str, found: Findings) -> Iterator[tuple[Element, str, str]]:
    """(child, name, path) of every HAVE element in it, as far as anybody reads on. Those of other
    namespaces are extensions and nobody's fault; those of none are one."""
    seen: Counter[str] = Counter()
    for child in element:
        called = local(child.tag)
        seen[called] += 1
        where = f"{path}/{called}" + (f"[{seen[called]}]" if seen[called] > 1 else "")
        if namespace(child.tag) == HAVE:
            yield child, called, where
        elif not namespace(child.tag):
            found.refuse(where, "namespace_missing")


def read_group(
    element: Element, group: Group, path: str, figures: Figures, found: Findings
) -> None:
    """Everything `group` knows in `element` into `figures`; the rest into `found`."""
    if isinstance(group, Triage):
        _read_triage(element, group.figure, path, figures, found)
        return
    children = list(ours(element, path, found))
    names = {called for _, called, _ in children}
    for child, called, where in children:
        part = group.parts.get(called)
        if part is None:
            found.refuse(where, "element_unknown")
        elif called == group.whole and f"{called}SubType" in names:
            found.refuse(where, "whole_beside_parts", text_of(child))
        elif isinstance(part, Group):
            if where.endswith("]"):
                found.refuse(where, "repeated")
            else:
                read_group(child, part, where, figures, found)
        else:
            read_leaf(child, part, where, figures, found)


def read_leaf(element: Element, leaf: Leaf, path: str, figures: Figures, found: Findings) -> None:
    text = text_of(element)
    if len(element):
        found.refuse(path, "elements_in_value", text)
        return
    try:
        value = leaf.read(text)
    except BadValue as bad:
        found.refuse(path, bad.code, text)
        return
    keep(leaf.figure, value, path, figures, found, many=leaf.many)


def keep(
    figure: str, value: str, path: str, figures: Figures, found: Findings, *, many: bool = False
) -> None:
    """The first stands: of two figures for one thing nobody knows which holds."""
    if figure in figures and not many:
        found.refuse(path, "repeated", value)
    elif len(figures) >= MOST_FIGURES:
        found.refuse(path, "too_many_figures", value)
    elif figure in figures:
        figures[figure] = f"{figures[figure]} · {value}"[:200]
    else:
        figures[figure] = value


def _read_triage(
    element: Element, figure: str, path: str, figures: Figures, found: Findings
) -> None:
    """TriageCode = a code and how many of it. Without a list of its own the codes are colours."""
    children = list(ours(element, path, found))
    lists = [text_of(child) for child, called, _ in children if called == "TriageCodeListURN"]
    codes = name if lists and lists[0] else _COLOURS
    for child, called, where in children:
        if called == "TriageCode":
            _read_triage_code(child, figure, where, codes, figures, found)
        elif called == "CommentText":
            read_leaf(child, Leaf(f"{figure}_comment", name, many=True), where, figures, found)
        elif called != "TriageCodeListURN":
            found.refuse(where, "element_unknown")


def _read_triage_code(
    element: Element,
    figure: str,
    path: str,
    codes: object,
    figures: Figures,
    found: Findings,
) -> None:
    """The schema lets codes and quantities follow one another in one TriageCode."""
    assert callable(codes)
    code: str | None = None
    waiting = ""
    for child, called, where in ours(element, path, found):
        text = text_of(child)
        try:
            if called == "TriageCodeValue":
                if code is not None:
                    found.refuse(waiting, "quantity_missing", code)
                code, waiting = None, where
                code = str(codes(text))
            elif called == "TriageCountQuantity":
                _keep_quantity(code, text, figure, where, figures, found)
                code = None
            else:
                found.refuse(where, "element_unknown")
        except BadValue as bad:
            found.refuse(where, bad.code, text)
    if code is not None:
        found.refuse(waiting, "quantity_missing", code)


def _keep_quantity(
    code: str | None, text: str, figure: str, path: str, figures: Figures, found: Findings
) -> None:
    if code is None:
        found.refuse(path, "code_missing", text)
        return
    keep(f"{figure}_{code.casefold()}", count(text), path, figures, found)
