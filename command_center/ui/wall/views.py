"""A person's named views of the wall."""

from __future__ import annotations

from dataclasses import replace

from command_center.ui.wall.arrange import Arrangement
from command_center.ui.wall.keeping import LONGEST_NAME, MOST_VIEWS, Keeping


def tidy(name: str) -> str:
    """As a name is kept: one space between words, not too long."""
    return " ".join(name.split())[:LONGEST_NAME]


class NamedViews:
    """By name, in the order in which they were saved; kept with each change."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping
        self._views = keeping.views()

    def __contains__(self, name: str) -> bool:
        return name in self._views

    def __getitem__(self, name: str) -> Arrangement:
        return self._views[name]

    @property
    def names(self) -> list[str]:
        return list(self._views)

    def save(self, view: Arrangement) -> bool:
        """Over what had its name before; False without a name or when there is no more room."""
        if not view.name or (len(self._views) >= MOST_VIEWS and view.name not in self._views):
            return False
        self._views[view.name] = view
        self._keeping.keep_views(self._views)
        return True

    def rename(self, old: str, new: str) -> bool:
        """False when there is nothing to rename, or the new name is empty or taken."""
        if old not in self._views or not new or new in self._views:
            return False
        self._views = {
            (new if name == old else name): (replace(view, name=new) if name == old else view)
            for name, view in self._views.items()
        }
        self._keeping.keep_views(self._views)
        return True

    def delete(self, name: str) -> bool:
        if self._views.pop(name, None) is None:
            return False
        self._keeping.keep_views(self._views)
        return True

    def find(self, wanted: str) -> Arrangement | None:
        """By its name, or by what only one name begins with."""
        wanted = wanted.casefold().strip()
        exact = [name for name in self._views if name.casefold() == wanted]
        names = exact or [n for n in self._views if wanted and n.casefold().startswith(wanted)]
        return self._views[names[0]] if len(names) == 1 else None

    def after(self, name: str) -> Arrangement | None:
        """The next one, round and round; None while there is no other."""
        names = self.names
        if name not in names or len(names) < 2:
            return None
        return self._views[names[(names.index(name) + 1) % len(names)]]
