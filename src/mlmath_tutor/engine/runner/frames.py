"""Messages between the app and the process that runs a program: length, then JSON.

Four bytes say how many bytes follow, most significant first; what follows is one JSON
object in UTF-8. Nothing else crosses the border, so nothing is ever unpickled.
"""

from __future__ import annotations

import json
import struct

HEADER = struct.Struct(">I")
MAX_FRAME = 32 << 20
"""The longest frame that is accepted, in bytes: a figure at its limits fits."""


class FrameError(ValueError):
    """What came is not a frame: somebody else wrote to the channel."""


def pack(message: dict[str, object]) -> bytes:
    """Return `message` as one frame; a lone surrogate in a string becomes `?`."""
    payload = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
    data = payload.encode("utf-8", "replace")
    return HEADER.pack(len(data)) + data


class FrameReader:
    """Cuts a stream of bytes, arriving in pieces of any length, into payloads."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> list[bytes]:
        """Return the payloads that `data` completes, oldest first.

        Raises:
            FrameError: a frame claims more than `MAX_FRAME` bytes.
        """
        self._buffer += data
        payloads: list[bytes] = []
        start = 0
        while len(self._buffer) - start >= HEADER.size:
            (length,) = HEADER.unpack_from(self._buffer, start)
            if length > MAX_FRAME:
                raise FrameError(f"a frame of {length} bytes")
            end = start + HEADER.size + length
            if len(self._buffer) < end:
                break
            payloads.append(bytes(self._buffer[start + HEADER.size : end]))
            start = end
        del self._buffer[:start]
        return payloads
