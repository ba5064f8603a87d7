"""Cancelling from another thread."""

import threading

from erpsync_desktop.model.watch import Watch


def cancel_when(ready: threading.Event, watch: Watch) -> threading.Thread:
    """Cancel a watch as soon as an event is set. Returns the running thread that does it."""

    def cancel() -> None:
        ready.wait(10)
        watch.cancel()

    canceller = threading.Thread(target=cancel)
    canceller.start()
    return canceller
