"""Forty mixed runs leave the app and the keeper as they were. `make soak` does four hundred."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest

from engine.runner.soak import Held, keeper_of, mixed_runs
from mlmath_tutor.engine.runner import Runner


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
async def test_nothing_grows(runner: Runner, warm_folder: Path):
    keeper = await keeper_of(runner)
    await mixed_runs(runner, 20)
    before = Held.now(keeper, warm_folder)
    ends = await mixed_runs(runner, 40)
    await asyncio.sleep(0.1)
    after = Held.now(keeper, warm_folder)
    assert await keeper_of(runner) == keeper
    assert set(ends) == {"ok", "failure", "time", "cancelled"}
    assert after.grown_since(before) == []
