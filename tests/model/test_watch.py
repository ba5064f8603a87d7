"""Stages, their times, and cancelling from another thread."""

import threading
from functools import partial

import pytest

from erpsync_desktop.model.errors import OperationCancelled
from erpsync_desktop.model.watch import Stage, Watch


def test_stages_are_told_as_they_begin_each_once_in_a_row() -> None:
    told: list[Stage] = []
    watch = Watch(told.append)
    for stage in (Stage.RESOLVING, Stage.CONNECTING, Stage.CONNECTING, Stage.ASKING, Stage.CONNECTING):
        watch.enter(stage)
    assert told == [Stage.RESOLVING, Stage.CONNECTING, Stage.ASKING, Stage.CONNECTING]
    assert [time.stage for time in watch.stages] == told


def test_a_watch_that_nobody_listens_to_keeps_the_stages_all_the_same() -> None:
    watch = Watch()
    watch.enter(Stage.ASKING)
    assert [time.stage for time in watch.stages] == [Stage.ASKING]


def test_there_are_no_stages_before_the_first() -> None:
    assert Watch().stages == ()


def test_a_stage_lasts_until_the_next_and_the_last_until_now(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([10.0, 10.5, 13.0, 14.0])
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    watch = Watch()
    watch.enter(Stage.RESOLVING)
    watch.enter(Stage.ASKING)
    assert [time.seconds for time in watch.stages] == [0.5, 2.5]
    assert [time.seconds for time in watch.stages] == [0.5, 3.5]


def test_a_cancelled_watch_stops_the_work_at_its_next_stage() -> None:
    told: list[Stage] = []
    watch = Watch(told.append)
    watch.check()
    watch.cancel()
    assert watch.cancelled
    with pytest.raises(OperationCancelled):
        watch.check()
    with pytest.raises(OperationCancelled):
        watch.enter(Stage.ASKING)
    assert told == []


def test_cancelling_closes_what_blocks_once() -> None:
    closed: list[str] = []
    watch = Watch()
    watch.on_cancel(lambda: closed.append("a"))
    watch.on_cancel(lambda: closed.append("b"))
    assert closed == []
    watch.cancel()
    watch.cancel()
    assert closed == ["a", "b"]


def test_what_blocks_only_after_the_cancel_is_closed_at_once() -> None:
    closed: list[str] = []
    watch = Watch()
    watch.cancel()
    watch.on_cancel(lambda: closed.append("late"))
    assert closed == ["late"]


def test_something_closed_already_does_not_disturb_the_cancel() -> None:
    def broken() -> None:
        raise OSError("closed already")

    closed: list[str] = []
    watch = Watch()
    watch.on_cancel(broken)
    watch.on_cancel(lambda: closed.append("next"))
    watch.cancel()
    watch.on_cancel(broken)
    assert closed == ["next"]


def test_every_closer_is_called_exactly_once_whichever_thread_is_first() -> None:
    for _ in range(50):
        watch = Watch()
        closed: list[int] = []
        start = threading.Barrier(2)
        thread = threading.Thread(target=_register, args=(watch, closed, start))
        thread.start()
        start.wait()
        watch.cancel()
        thread.join()
        assert sorted(closed) == [*range(20)]


def _register(watch: Watch, closed: list[int], start: threading.Barrier) -> None:
    start.wait()
    for number in range(20):
        watch.on_cancel(partial(closed.append, number))
