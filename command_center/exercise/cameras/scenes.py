"""One simulated camera: a street that lives, and the frames its camera makes of it."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property

import cv2
import numpy as np

from command_center.exercise.cameras import situations
from command_center.exercise.cameras.backdrop import Backdrop, paint_backdrop
from command_center.exercise.cameras.burn_in import BurnIn
from command_center.exercise.cameras.layout import Street
from command_center.exercise.cameras.lens import U8
from command_center.exercise.cameras.light import Light
from command_center.exercise.cameras.portraits import Actor
from command_center.exercise.cameras.situations import Crowd, Situation
from command_center.exercise.cameras.sprites import Stage
from command_center.exercise.cameras.traffic import STEP_S, Traffic
from command_center.exercise.cameras.weather import add_noise, draw_lamps, rain_sheets


class Scene:
    """Frames of one street, 640x360 BGR uint8; equal seeds and calls give equal frames."""

    def __init__(self, street: Street, camera_id: str, name: str, seed: int) -> None:
        self.street, self.seed = street, seed
        self.crowd = Crowd(street, np.random.default_rng(seed + 1))
        self._burn = BurnIn(camera_id, name)
        self._told: dict[Situation, float] = {}
        self._stage: Stage | None = None
        self._ground: U8 | None = None
        self._parked = [Actor(p.model, p.paint, p.x, p.y, p.heading_deg) for p in street.parked]
        self.tick = 0

    @cached_property
    def traffic(self) -> Traffic:
        """Begins with the street as it is after 45 s, which takes a moment to work out."""
        return Traffic(self.street, np.random.default_rng(self.seed))

    @property
    def ready(self) -> bool:
        return self._stage is not None

    @property
    def raining(self) -> bool:
        return Situation.RAIN in self._told

    def tell(self, kind: Situation, intensity: float) -> None:
        """Start, strengthen or (0) end a situation; CLEAR ends all."""
        if kind is Situation.CLEAR:
            self._told.clear()
        elif intensity <= 0:
            self._told.pop(kind, None)
        else:
            self._told[kind] = min(1.0, intensity)

    def prepare(self, light: Light, fineness: int = 2) -> tuple[Stage, U8]:
        """Draw the still picture for the present weather; slow, may run beside `frame`."""
        self.traffic.hindrances = []
        backdrop = paint_backdrop(
            self.street, light, rain=self.raining, seed=self.seed, fineness=fineness
        )
        flood = self._told.get(Situation.FLOOD, 0.0)
        ground = situations.flooded(backdrop, flood) if flood else backdrop.picture.copy()
        stage = Stage(backdrop)
        for actor in sorted(self._parked, key=_far):
            stage.place(ground, actor, 0.3 * flood)
        return stage, ground

    def use(self, prepared: tuple[Stage, U8]) -> None:
        self._stage, self._ground = prepared

    def frame(self, at: datetime) -> U8:
        """The next picture, an eighth of a second of street later, with `at` burnt in."""
        if self._stage is None or self._ground is None:
            raise RuntimeError("prepare and use a backdrop before asking for frames")
        self.tick += 1
        accident = Situation.ACCIDENT in self._told
        self.traffic.hindrances = [situations.accident_place(self.street)] if accident else []
        self.traffic.pace = 1.0 - 0.65 * self._told.get(Situation.FLOOD, 0.0)
        self.traffic.step()
        frame = self._ground.copy()
        self._live(frame, self._stage)
        self._weather(frame, self._stage.backdrop)
        self._burn.lay(frame, at)
        return frame

    def _live(self, frame: U8, stage: Stage) -> None:
        hour = stage.backdrop.hour
        lamps = hour.lamps > 0 or hour.wet > 0
        actors = self.traffic.actors(lamps)
        self.crowd.step(self._told.get(Situation.CROWD, 0.0), STEP_S)
        actors += self.crowd.actors(self.tick)
        if Situation.ACCIDENT in self._told:
            share = self._told[Situation.ACCIDENT]
            actors += situations.accident_actors(self.street, share, self.tick)
        sink = 0.35 * self._told.get(Situation.FLOOD, 0.0)
        if Situation.SMOKE in self._told:
            situations.draw_smoke(frame, stage, self._told[Situation.SMOKE], self.tick)
        for actor in sorted(actors, key=_far):
            stage.place(frame, actor, sink)
            if actor.lamps:
                draw_lamps(frame, stage, actor)

    def _weather(self, frame: U8, backdrop: Backdrop) -> None:
        if backdrop.hour.wet:
            sheets = rain_sheets()
            cv2.add(frame, sheets[self.tick % len(sheets)], dst=frame)
        add_noise(frame, backdrop.hour.noise, self.tick)


def _far(actor: Actor) -> float:
    """Sort key: the farthest first."""
    return -actor.y
