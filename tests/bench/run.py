"""Every figure the project promises, measured and printed: ``make bench``.

Each figure is a ratio measured in one run, with the limit beside it. WeasyPrint, the rival in one
of them, lives in a virtual environment of its own (.venv-bench).
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
SCRIPTS = (
    "bench_verdicts.py", "bench_roll_call.py", "bench_reads.py", "bench_agenda.py",
    "bench_plan_window.py", "bench_console.py", "bench_window.py", "bench_pdf.py",
)  # fmt: skip


def main() -> int:
    """Run the benchmarks one after the other; return how many missed their limit."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    missed = 0
    for script in SCRIPTS:
        rival = HERE.parents[1] / ".venv-bench" / "bin" / "python"
        python = str(rival) if script == "bench_pdf.py" and rival.exists() else sys.executable
        missed += subprocess.run([python, str(HERE / script)], check=False).returncode != 0
    return missed


if __name__ == "__main__":
    sys.exit(main())
