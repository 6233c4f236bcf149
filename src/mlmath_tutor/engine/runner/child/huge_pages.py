"""Making forks cheap (Linux): a fork copies the page tables, and huge pages need few entries.

With the libraries loaded a process has 80,000 small pages of its own; to fork it, and to
end what was forked, takes 10 ms each. In huge pages it takes less than half.
"""

from __future__ import annotations

import ctypes
from pathlib import Path

_MADV_COLLAPSE = 25  # since Linux 6.1; older kernels refuse it, and nothing is lost
_HUGE = 2 << 20


def collapse() -> None:
    """Move the private memory of this process into huge pages, as far as the kernel can."""
    advise = ctypes.CDLL(None).madvise
    for mapping in Path("/proc/self/maps").read_text().splitlines():
        addresses, rights, _, _, inode, *_ = mapping.split()
        if rights != "rw-p" or inode != "0":
            continue
        start, end = (int(address, 16) for address in addresses.split("-"))
        start, end = -(-start // _HUGE) * _HUGE, end // _HUGE * _HUGE
        if start < end:
            size = ctypes.c_size_t(end - start)
            advise(ctypes.c_void_p(start), size, _MADV_COLLAPSE)
