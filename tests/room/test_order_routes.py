"""The table of ways to the units' own systems: read, checked, kept."""

import pytest

from command_center.commands.order_routes import COLUMNS, SetOrderRoutes, as_text, read_routes
from command_center.domain.errors import Conflict, NotAllowed, OperatorError
from command_center.domain.order_routes import (
    OrderRoute,
    RouteBy,
    RouteVia,
    as_value,
    route_for,
    routes_of,
)
from command_center.domain.room import Role
from tests.room.desk import Desk

HEAD = ",".join(COLUMNS)
SAMAPTA = "SAMAPTA 12"


@pytest.mark.parametrize(
    ("text", "code", "row", "column"),
    [
        ("by,name\n", "order_routes_head", None, None),
        (f"{HEAD}\nunit,X,webhook\n", "order_route_cells", 2, None),
        (f"{HEAD}\nregu,X,webhook,https://a.example,\n", "order_route_word", 2, "by"),
        (f"{HEAD}\nunit,,webhook,https://a.example,\n", "order_route_name", 2, "name"),
        (f"{HEAD}\n\nunit,X,sms,08123,\n", "order_route_word", 3, "via"),
        (f"{HEAD}\nunit,X,webhook,http://a.example,\n", "order_route_url", 2, "to"),
        (f"{HEAD}\nunit,X,webhook,https://u:p@a.example,\n", "order_route_url", 2, "to"),
        (f"{HEAD}\nunit,X,webhook,https://a.example/?k=1,\n", "order_route_url", 2, "to"),
        (f"{HEAD}\nunit,X,cot,tak.example,\n", "order_route_port", 2, "to"),
        (f"{HEAD}\nunit,X,cot,tak.example:99999,\n", "order_route_port", 2, "to"),
        (f"{HEAD}\nunit,X,contract,,\n", "order_route_to", 2, "to"),
        (f"{HEAD}\nunit,X,webhook,https://a.example,k.2\n", "order_route_key", 2, "key"),
        (f"{HEAD}\n" + "x" * 8_000, "order_routes_too_long", None, None),
        (f"{HEAD}\nunit,X,cot,a:1,\nunit,X,cot,b:1,\n", "order_route_twice", 3, "name"),
        (
            f"{HEAD}\n" + "\n".join(f"unit,{n},cot,a:1," for n in range(201)),
            "order_routes_too_many",
            None,
            None,
        ),
    ],
)
def test_a_bad_row_is_named_with_its_column(
    text: str, code: str, row: int | None, column: str | None
) -> None:
    with pytest.raises(OperatorError) as told:
        read_routes(text)
    params = told.value.params
    assert (told.value.code, params.get("row"), params.get("column")) == (code, row, column)


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ("unit,SAMAPTA 99,cot,127.0.0.1:1,", "order_route_unknown"),
        ("agency,tidakada,cot,127.0.0.1:1,", "order_route_unknown"),
        (f"unit,{SAMAPTA},contract,nobody,", "order_route_source"),
    ],
)
def test_a_table_names_what_the_room_has(desk: Desk, cells: str, code: str) -> None:
    with pytest.raises(OperatorError, match=code):
        desk.do(SetOrderRoutes(f"{HEAD}\n{cells}"), act=desk.room.console)


def test_the_table_is_the_administrators_and_nobody_overwrites_unseen(desk: Desk) -> None:
    rows = f"{HEAD}\nunit,{SAMAPTA},cot,127.0.0.1:1,"
    with pytest.raises(NotAllowed):
        desk.do(SetOrderRoutes(rows), act=desk.person(Role.SHIFT_LEAD))
    desk.do(SetOrderRoutes(rows), act=desk.room.console)
    with pytest.raises(Conflict):
        desk.do(SetOrderRoutes(""), act=desk.room.console)


def test_a_units_own_row_comes_before_its_kinds_and_its_agencys() -> None:
    def route(by: RouteBy, name: str) -> OrderRoute:
        return OrderRoute(by, name, RouteVia.COT, "127.0.0.1:1")

    rows = [route(RouteBy.AGENCY, "s"), route(RouteBy.KIND, "k"), route(RouteBy.UNIT, "u")]

    def found(call_sign: str, kind: str, agency: str) -> RouteBy | None:
        route = route_for(rows, call_sign, kind, agency)
        return route.by if route else None

    assert [found("u", "k", "s"), found("x", "k", "s"), found("x", "y", "s")] == [
        RouteBy.UNIT,
        RouteBy.KIND,
        RouteBy.AGENCY,
    ]
    assert found("x", "y", "z") is None


def test_what_is_kept_and_what_is_printed_is_the_table_that_was_read() -> None:
    rows = ("unit,A 1,cot,[::1]:8087,", "kind,patroli,webhook,https://a.example/x,k2")
    text = "\n".join((HEAD, *rows)) + "\n"
    routes = [route for _, route in read_routes(text)]
    assert (as_text(routes), list(routes_of(as_value(routes)))) == (text, routes)
    assert [route.host for route in routes] == ["::1", "a.example"]
    assert read_routes(" ") == []


def test_what_is_switched_off_is_kept_and_leads_nowhere() -> None:
    text = f"{HEAD},off\nunit,A 1,cot,a:1,,off\nagency,samapta,cot,b:1,,\n"
    routes = [route for _, route in read_routes(text)]
    assert (as_text(routes), list(routes_of(as_value(routes)))) == (text, routes)
    found = route_for(routes, "A 1", "patroli", "samapta")
    assert found is not None
    assert found.to == "b:1"
    with pytest.raises(OperatorError) as told:
        read_routes(f"{HEAD},off\nunit,A 1,cot,a:1,,mati\n")
    assert (told.value.code, told.value.params["column"]) == ("order_route_word", "off")
