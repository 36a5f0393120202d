"""Which camera an address names, and what fault its query asks for."""

from urllib.parse import parse_qs

from tests.video_farm.farm import Farm
from tests.video_farm.fault import Fault, FaultKind


def name_in(farm: Farm, text: str) -> str:
    """The camera in `name[/...][?fault=KIND[&after=S]]`; a fault asked for is set from now on."""
    path, _, query = text.partition("?")
    name = path.split("/")[0]
    asked = {key: values[0].split("/")[0] for key, values in parse_qs(query).items()}
    if "fault" in asked and name not in farm.faults:
        farm.faults[name] = Fault(FaultKind(asked["fault"]), float(asked.get("after", "0")))
    return name
