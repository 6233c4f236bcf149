"""`python -m mlmath_tutor` is `mlmath`."""

import sys

from mlmath_tutor.cli.main import main

sys.exit(main())
