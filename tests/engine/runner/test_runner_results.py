"""What is left after a run: variables and probes."""

from __future__ import annotations


def row(ran, name):
    (found,) = [v for v in ran.summary.variables if v.name == name]
    return found.type, found.shape, found.span


async def test_variables_are_told_with_type_shape_and_span(run):
    ran = await run(
        """
        import numpy as np
        n, prev, word, flag, nothing = 200000, 0.1, "abc", True, None
        ill = np.arange(10) < 3
        grid = np.linspace(-1, 1, 6).reshape(2, 3)
        holes = np.array([1.0, np.nan, 3.0])
        scalar = np.float64(2.5)
        scores = [3, 1, 2]
        pairs = {"a": 1}
        big = 10 ** 5000
        """
    )
    assert row(ran, "n") == ("int", "", "200000")
    assert row(ran, "prev") == ("float", "", "0.1")
    assert row(ran, "word") == ("str", "", "'abc'")
    assert row(ran, "flag") == ("bool", "", "True")
    assert row(ran, "nothing") == ("None", "", "")
    assert row(ran, "ill") == ("bool", "(10,)", "30 % True")
    assert row(ran, "grid") == ("float64", "(2, 3)", "-1 … 1")
    assert row(ran, "holes") == ("float64", "(3,)", "1 … 3, 1 nan/inf")
    assert row(ran, "scalar") == ("float64", "", "2.5")
    assert row(ran, "scores") == ("list", "3", "1 … 3")
    assert row(ran, "pairs") == ("dict", "1", "")
    assert row(ran, "big") == ("int", "", "10^5000")


async def test_modules_functions_classes_and_private_names_are_left_out(run):
    ran = await run(
        """
        import math
        from math import sin
        def f(): pass
        class C: pass
        g = lambda: 0
        _hidden = 1
        shown = C()
        """
    )
    assert [v.name for v in ran.summary.variables] == ["shown"]


async def test_at_most_sixty_variables_are_told(run):
    ran = await run("for i in range(100):\n    globals()[f'v{i}'] = i\n")
    assert len(ran.summary.variables) == 60


async def test_values_whose_methods_hang_or_raise_do_no_harm(run):
    ran = await run(
        """
        class Hangs:
            def __repr__(self):
                while True: pass
            __str__ = __len__ = __iter__ = __repr__
            def __getattr__(self, name):
                while True: pass
        class Raises(list):
            def __len__(self): raise RuntimeError
            def __repr__(self): raise RuntimeError
        hangs, raises = Hangs(), Raises()
        """,
        seconds=5,
    )
    assert row(ran, "hangs") == ("Hangs", "", "")
    assert row(ran, "raises") == ("Raises", "", "")
    assert ran.summary.ended == "ok"


async def test_variables_are_told_after_a_failure_too(run):
    ran = await run("n = 3\n1 / 0\n")
    assert row(ran, "n") == ("int", "", "3")


async def test_probes_are_evaluated_in_the_programs_namespace(run):
    ran = await run("import math\nx = 2\n", "x + 1", "math.isclose(x, 2)", "y", "x +")
    values = [(probe.ok, probe.text) for probe in ran.summary.probes]
    assert values[:2] == [(True, "3"), (True, "True")]
    assert values[2] == (False, "NameError: name 'y' is not defined")
    assert values[3][0] is False


async def test_there_are_no_probes_after_a_failure(run):
    assert (await run("1 / 0", "1")).summary.probes == ()


async def test_a_probe_that_hangs_is_a_time_limit(run):
    ran = await run("x = 1", "[0 for _ in iter(int, 1)]", seconds=0.3)
    assert ran.summary.ended == "time"


async def test_processor_time_is_told(run):
    ran = await run(
        """
        import time
        end = time.process_time() + 0.2
        while time.process_time() < end:
            pass
        """
    )
    assert 0.15 < ran.summary.cpu < 2
    assert ran.summary.wall >= 0.15
