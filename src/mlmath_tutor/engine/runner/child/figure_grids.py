"""Grids of values: images, colour meshes, contours."""

from __future__ import annotations

import numpy as np
from matplotlib.colors import LogNorm, Normalize

from mlmath_tutor.figspec import AnyLayer, Band, Contour, Heat, Image, Ink

from .figure_frame import Frame, Shown, values
from .figure_ink import bytes_of, ink_of, rgb_of
from .figure_shapes import UnsayableError

MOST_CELLS = 512
MOST_RASTER = 256
STOPS = 32

Extent = tuple[float, float, float, float]


def image(shown: Shown, frame: Frame) -> AnyLayer:
    """Return `imshow`: values with their colour map, or a picture in true colours."""
    grid = shown.get_array()
    left, right, bottom, top = (float(each) for each in shown.get_extent())
    if grid.ndim == 2 and _is_plain(shown):
        first, last = (top, bottom) if shown.origin == "upper" else (bottom, top)
        extent = _extent(frame, left, right, first, last)
        return heat(np.ma.filled(grid.astype(float), np.nan), extent, shown)
    pixels = shown.to_rgba(grid, bytes=True)[..., :3]
    pixels = pixels if shown.origin == "upper" else pixels[::-1]
    return picture(pixels, _extent(frame, left, right, bottom, top))


def _extent(frame: Frame, left: float, right: float, first: float, last: float) -> Extent:
    (x0, x1), (y0, y1) = frame.x([left, right]), frame.y([first, last])
    return float(x0), float(x1), float(y0), float(y1)


def mesh(shown: Shown, frame: Frame) -> AnyLayer:
    """Return `pcolormesh` on a rectangular mesh; uneven columns are sampled evenly.

    Raises:
        UnsayableError: the mesh is bent, or shaded between its corners.
    """
    corners = np.asarray(shown.get_coordinates(), float)
    x, y = frame.x(corners[0, :, 0]), frame.y(corners[:, 0, 1])
    straight = np.allclose(corners[..., 0], corners[:1, :, 0]) and np.allclose(
        corners[..., 1], corners[:, :1, 1]
    )
    grid = np.ma.filled(np.ma.asarray(shown.get_array()).astype(float), np.nan)
    grid = grid.reshape(-1, grid.shape[-1])
    if not straight or grid.shape != (len(y) - 1, len(x) - 1) or not _is_plain(shown):
        raise UnsayableError("a bent mesh")
    if frame.axes.get_xscale() != "linear" or frame.axes.get_yscale() != "linear":
        raise UnsayableError("a mesh on scaled axes")
    grid = grid[np.ix_(_even(y), _even(x))]
    return heat(grid, (float(x[0]), float(x[-1]), float(y[0]), float(y[-1])), shown)


def _even(edges: np.ndarray) -> np.ndarray:
    """Return which cell lies under each of evenly spaced samples across `edges`."""
    widths = np.diff(edges)
    if np.allclose(widths, widths[0]):
        return np.arange(len(widths))
    count = min(MOST_CELLS, 4 * len(widths))
    middle = edges[0] + (np.arange(count) + 0.5) / count * (edges[-1] - edges[0])
    rising = edges if edges[-1] > edges[0] else -edges
    middle = middle if edges[-1] > edges[0] else -middle
    found = np.searchsorted(rising, middle, "right") - 1
    return np.asarray(np.clip(found, 0, len(widths) - 1))


def _is_plain(shown: Shown) -> bool:
    """Return whether colours follow the value or its logarithm, nothing else."""
    return type(shown.norm) in {Normalize, LogNorm}


def heat(grid: np.ndarray, extent: Extent, shown: Shown) -> Heat:
    """Return a grid of values, row by row, with the colour map of `shown`."""
    shown.autoscale_None()
    norm, colour_map = shown.norm, shown.cmap
    steps = [max(1, -(-side // MOST_CELLS)) for side in grid.shape]
    grid = grid[:: steps[0], :: steps[1]]
    low, high = norm.vmin, norm.vmax
    stops = bytes_of(colour_map(np.linspace(0, 1, min(STOPS, max(2, colour_map.N)))))
    return Heat(
        grid.shape[0],
        grid.shape[1],
        values(grid),
        extent,
        0.0 if low is None else float(low),
        1.0 if high is None else float(high),
        stops,
        "log" if isinstance(norm, LogNorm) else "linear",
    )


def picture(pixels: np.ndarray, extent: Extent | None) -> Image:
    """Return an (h, w, 3) array of bytes as an image, thinned to a size a terminal can use.

    Without an `extent` it stands for the axes it covers, as something no layer can say.
    """
    step = max(1, -(-max(pixels.shape[:2]) // (MOST_CELLS if extent else MOST_RASTER)))
    kept = np.ascontiguousarray(pixels[::step, ::step, :3], np.uint8)
    height, width = kept.shape[:2]
    return Image(width, height, kept.tobytes(), extent, "" if extent else "raster")


def contour(shown: Shown, frame: Frame) -> AnyLayer:
    """Return contour lines or bands exactly as Matplotlib traced them."""
    colours = shown.get_facecolors() if shown.filled else shown.get_edgecolors()
    levels = shown.levels[:-1] if shown.filled else shown.levels
    bands = []
    gap = np.full((1, 2), np.nan)
    for number, (level, path) in enumerate(zip(levels, shown.get_paths(), strict=True)):
        pieces = path.to_polygons(closed_only=False) if len(path.vertices) else []
        joined = [part for each in pieces for part in (np.asarray(each), gap)][:-1]
        x, y = frame.points(
            shown.get_transform(), np.concatenate(joined) if joined else np.empty((0, 2))
        )
        rgb = rgb_of(colours[number % len(colours)]) if len(colours) else None
        bands.append(Band(float(level), values(x), values(y), rgb or (128, 128, 128)))
    one = len({each.rgb for each in bands}) == 1 and not shown.filled
    ink = ink_of([part / 255 for part in bands[0].rgb]) if one and bands else Ink()
    return Contour(tuple(bands), bool(shown.filled), ink=ink)
