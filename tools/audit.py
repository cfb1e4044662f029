"""Known holes in the packages that are locked, and secrets in the files that are tracked.

    audit.py [--strict]

pip-audit asks the advisory database of the package index; where it cannot be asked, that is told and nothing is said of
holes: with --strict that is a failure too. detect-secrets reads the tracked files, with no network; what it takes for a
secret and is none is listed in .secrets.baseline with its place. Exit code 1: something was found.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOCK, BASELINE = ROOT / "requirements.lock", ROOT / ".secrets.baseline"
_MOVED = 3  # the hook's exit code where nothing was found and only lines of the baseline moved
_KINDS = r".*\.(png|svg|jsonl|csv)"
_PASSED_OVER = rf"^(requirements\.lock|\.secrets\.baseline|{_KINDS}|docs/reference/.*|tests/(.*/)?floors\.json)$"


def packages() -> tuple[list[str], bool]:
    """Packages with known holes, a line each; and whether the database could be asked of all."""
    command = [sys.executable, "-m", "pip_audit", "--disable-pip", "--no-deps", "-r", str(LOCK), "-f", "json"]
    done = subprocess.run([*command, "--progress-spinner", "off"], capture_output=True, text=True, check=False)
    try:
        told: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        return [], False
    found = [
        f"{p['name']} {p['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or 'no version yet'}"
        for p in told
        for hole in p.get("vulns", ())
    ]
    return found, not any("skip_reason" in p for p in told)


def secrets() -> list[str]:
    """What reads as a secret in tracked files and is not in the baseline, a line each."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    files = [f for f in listed.stdout.decode().split("\0") if f]
    with tempfile.TemporaryDirectory() as folder:
        known = shutil.copy(BASELINE, folder)  # the hook writes moved line numbers into it
        command = [sys.executable, "-m", "detect_secrets.pre_commit_hook", "--no-verify", "--baseline", str(known)]
        done = subprocess.run(
            [*command, "--exclude-files", _PASSED_OVER, *files], cwd=ROOT, capture_output=True, text=True, check=False
        )
    return [line for line in done.stdout.splitlines() if line.strip()] if done.returncode not in (0, _MOVED) else []


def main() -> int:
    """Run from the command line."""
    holes, asked = packages()
    leaks = secrets()
    for line in [*holes, *leaks]:
        print(line)
    print(f"packages with known holes: {len(holes) if asked or holes else 'not asked, the database cannot be reached'}")
    print(f"secrets: {'found' if leaks else 'none found'}")
    return 1 if holes or leaks or ("--strict" in sys.argv and not asked) else 0


if __name__ == "__main__":
    sys.exit(main())
