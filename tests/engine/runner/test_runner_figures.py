"""Figures on their way from a program to the app."""

from __future__ import annotations

from mlmath_tutor.engine.runner import Limit
from mlmath_tutor.engine.runner.child.gallery import Gallery

PLOT = "import matplotlib.pyplot as plt\n"


async def test_a_figure_arrives_as_data_between_the_text_around_it(run):
    ran = await run(PLOT + "print('a')\nplt.plot([1, 2, 4])\nplt.show()\nprint('b')\n")
    kinds = [type(event).__name__ for event in ran.events]
    assert kinds == ["Text", "Figure", "Text", "Summary"]
    (layer,) = ran.figures[0].spec.axes[0].layers
    assert list(layer.y) == [1, 2, 4]


async def test_a_figure_never_shown_is_shown_at_the_end(run):
    ran = await run(PLOT + "plt.plot([1, 2])\n")
    assert len(ran.figures) == 1


async def test_a_figure_not_shown_before_a_failure_is_left_out(run):
    ran = await run(PLOT + "plt.plot([1, 2])\n1 / 0\n")
    assert ran.figures == []


async def test_two_figures_have_two_numbers(run):
    ran = await run(PLOT + "for k in (1, 2):\n    plt.figure()\n    plt.plot([k, k])\nplt.show()\n")
    assert len({figure.number for figure in ran.figures}) == 2


async def test_too_many_figures_are_a_limit_on_the_line_that_shows_them(run):
    code = PLOT + "for k in range(99):\n    plt.plot([k, 1])\n    plt.show()\n"
    ran = await run(code, figures=3)
    assert ran.limit == Limit("figures", 4)
    assert len(ran.figures) == 3


class Sent:
    """Takes the place of the wire."""

    def __init__(self):
        self.specs = []

    def send(self, kind, number, spec):
        self.specs.append((number, spec["k"]))


def test_an_animation_is_thinned_and_ends_with_its_last_picture():
    sent = Sent()
    gallery = Gallery(sent, 40, flush=lambda: None)
    for k in range(200):
        gallery.deliver(1, {"k": k})
    gallery.finish()
    assert sent.specs[0] == (1, 0)
    assert sent.specs[-1] == (1, 199)
    assert len(sent.specs) < 100


async def test_a_backend_loaded_by_another_library_is_connected(run):
    ran = await run(
        """
        import importlib
        plt = importlib.import_module("matplotlib.pyplot")
        plt.plot([1, 2])
        plt.show()
        """
    )
    assert len(ran.figures) == 1


async def test_forged_figures_are_dropped_and_the_run_goes_on(run):
    ran = await run(
        """
        import matplotlib.pyplot as plt
        from mlmath_tutor.engine.runner.child import backend
        backend.deliver(1, {})
        backend.deliver(2, {"version": 1, "axes": 3})
        backend.deliver(3, {"version": 1, "rows": 10**9, "x": "y" * 1000})
        print("on")
        """
    )
    assert ran.figures == []
    assert ran.err.count("A figure could not be shown") == 3
    assert (ran.out, ran.summary.ended) == ("on\n", "ok")


async def test_what_plotext_prints_is_shown_as_text(run):
    ran = await run(
        """
        import plotext as plt
        plt.figure.plot_size(40, 10)
        plt.figure.draw(plt.figure.signal([0, 1, 2], [0, 1, 4]).lines())
        plt.figure.show()
        """
    )
    assert ran.figures == []
    rows = ran.out.splitlines()
    assert len(rows) >= 10
    assert {len(row) for row in rows[:10]} == {40}
