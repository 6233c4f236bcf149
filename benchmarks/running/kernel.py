"""A warm Jupyter kernel, through jupyter_client, on sockets that are files of this machine."""

from __future__ import annotations

import os
import time
from pathlib import Path
from types import TracebackType
from typing import Any

MISSING = "not installed (pip install jupyter_client ipykernel)"
_SECONDS = 60.0


class KernelError(RuntimeError):
    """The kernel told an error, or nothing."""


def installed() -> bool:
    """Return whether there is a kernel to compare with."""
    try:
        import ipykernel  # noqa: F401
        import jupyter_client  # noqa: F401
    except ImportError:
        return False
    return True


class Kernel:
    """One kernel, which lives as long as the `with`.

    Args:
        folder: where its connection file and its sockets are.
    """

    def __init__(self, folder: Path) -> None:
        from jupyter_client.manager import KernelManager

        self._folder = folder
        self._manager: Any = KernelManager(
            transport="ipc", connection_file=str(folder / "kernel.json")
        )
        self._client: Any = None

    def __enter__(self) -> Kernel:
        # Neither the user's settings nor the user's history.
        places = dict.fromkeys(("IPYTHONDIR", "JUPYTER_CONFIG_DIR"), str(self._folder))
        self._manager.start_kernel(env={**os.environ, **places})
        self._client = self._manager.blocking_client()
        self._client.start_channels()
        self._client.wait_for_ready(timeout=_SECONDS)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._client.stop_channels()
        self._manager.shutdown_kernel(now=True)

    @property
    def pid(self) -> int:
        """Its process."""
        return int(self._manager.provisioner.process.pid)

    def first_output(self, code: str) -> float:
        """Run a cell to its end; return the seconds until its first output was here."""
        start = time.perf_counter()
        request = self._client.execute(code)
        first = None
        while True:
            message = self._client.get_iopub_msg(timeout=_SECONDS)
            if message["parent_header"].get("msg_id") != request:
                continue
            match message["msg_type"], message["content"]:
                case "stream", _:
                    first = first or time.perf_counter() - start
                case "error", content:
                    raise KernelError(content)
                case "status", {"execution_state": "idle"}:
                    break
        if first is None:
            raise KernelError("no output")
        return first
