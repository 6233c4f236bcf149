"""What no layer can say, as a picture drawn by Matplotlib's own Agg."""

from __future__ import annotations

import warnings

import numpy as np

from mlmath_tutor.figspec import Image

from .figure_frame import Shown
from .figure_grids import picture


def rastered(axes: Shown, *, whole: bool = False) -> Image:
    """Return the inside of `axes` as Agg draws it; `whole` takes ticks and labels in too."""
    canvas = axes.figure.canvas
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # such as of fonts: the learner asked for no picture
        canvas.draw()
        box = axes.get_tightbbox(canvas.get_renderer()) if whole else axes.bbox
    pixels = np.asarray(canvas.buffer_rgba())
    height, width = pixels.shape[:2]
    left, right = (int(np.clip(each, 0, width)) for each in (box.x0, np.ceil(box.x1)))
    top, bottom = (int(np.clip(height - each, 0, height)) for each in (np.ceil(box.y1), box.y0))
    inside = pixels[top : max(bottom, top + 1), left : max(right, left + 1)]
    return picture(inside, None)
