"""The same examples in every run: a failure is a failure of the change at hand.

`HYPOTHESIS_PROFILE=explore` draws new ones.
"""

import os

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
