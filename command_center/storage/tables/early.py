"""Early warnings and what people made of them."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, Table

from command_center.domain.early import Method, Verdict
from command_center.storage.tables.columns import (
    METADATA,
    by,
    flag,
    flat,
    json,
    key,
    number,
    one_of,
    real,
    text,
    time,
    written,
)

early_episode = Table(
    "early_episode",
    METADATA,
    *flat(
        key(),
        text("stream", 40),
        one_of("method", Method),
        json("areas"),
        time("since"),
        time("raised_at"),
        time("seen_at"),
        real("window_s"),
        number("count", 1),
        real("expected"),
        real("rate_a_day"),
        CheckConstraint("rate_a_day > 0", name="rate_a_day_range"),
        real("power"),
        CheckConstraint("power BETWEEN 0 AND 1", name="power_range"),
        real("real_a_day"),
        real("true_share"),
        CheckConstraint("true_share BETWEEN 0 AND 1", name="true_share_range"),
        flag("rings"),
        flag("learning"),
        json("members"),
        one_of("verdict", Verdict, null=True),
        text("reason", 400),
        time("judged_at", null=True),
        by("judged_by", null=True),
        time("closed_at", null=True),
        CheckConstraint("(verdict IS NULL) = (judged_at IS NULL)", name="judged_whole"),
        written(),
    ),
)
Index("ix_early_episode_closed_at", early_episode.c.closed_at)
