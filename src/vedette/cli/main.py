"""The group of all verbs, and what exit codes mean.

0: done. 1: done, but something was refused or fell short (each said in a line). 2: wrong usage.
3: it could not be done; the message says what to do. 130: stopped by the user.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import click

from vedette import __version__
from vedette.errors import VedetteError

VERBS = {
    "ingest": "Read reports into the ledger.",
    "watch": "Read feeds, pages, mail and folders round the clock.",
    "reports": "List the reports in the ledger.",
    "claims": "List what the reports claim.",
    "events": "List the happenings that the claims tell of.",
    "sources": "List the origins that the claims go back to.",
    "control": "Tell who held what on a day.",
    "show": "Show all about one report, claim, event or source.",
    "report": "Write the situation report.",
    "timeline": "Write the timeline as a page with filters.",
    "map": "Write the map as a page with filters and a slider by day.",
    "method": "Tell how the record came about, and of what its counts are a floor.",
    "export": "Write the events for other tools: ACLED, UCDP, HXL, GeoJSON and more.",
    "compare": "Hold the events against ACLED's or UCDP's.",
    "changes": "Tell what is new, changed or withdrawn since a moment, and why.",
    "contradictions": "List what cannot both hold.",
    "rule": "Show or set the rule that figures are settled by.",
    "judge": "Decide on claims and events: same, different, wrong, place, slot, settle.",
    "undo": "Take judgements back.",
    "judgements": "List what analysts decided.",
    "import": "Take in what others made: judgements, hand-marked reports.",
    "extract": "Print the claims of files, without a ledger.",
    "evaluate": "Score against hand-marked reports.",
    "copy": "Copy a ledger to another place, whole.",
    "gazetteer": "List, search, add and fetch places.",
    "resolve": "Read again the reports whose places may have changed.",
    "kept": "Tell what a report was read from, and how its page changed.",
    "doctor": "Look whether the ledger is sound, and tell the way back.",
    "backup": "Write the ledger to one file, with a hash for everything.",
    "restore": "Bring back the ledger of a backup.",
    "knowledge": "Check the knowledge files.",
    "serve": "Serve the workbench: read, check and correct in a browser.",
    "user": "Give and take sign-ins for the workbench.",
    "demo": "Read the sample reports and write a situation report.",
}
MODULES = {"import": "imports"}
"""The module of a verb that cannot bear the verb's name."""
REFUSED, FAILED, STOPPED = 1, 3, 130


class Verbs(click.Group):
    """Verbs by name, each imported when it is used."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """In the order in which a user meets them."""
        return list(VERBS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb's command from its module."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = importlib.import_module(f"vedette.cli.{MODULES.get(cmd_name, cmd_name)}").command
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of verbs, without importing them."""
        with formatter.section("Verbs"):
            formatter.write_dl(list(VERBS.items()))


@click.command(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="vedette")
def group(**_: Any) -> None:
    """Read news reports on an armed conflict and keep one sourced record of it."""


def run(args: Sequence[str] | None = None) -> int:
    """Run the command with `args` (default: the process's own); return its exit code. Errors come out as one line."""
    try:
        code = group.main(args, prog_name="vedette", standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except VedetteError as error:
        click.echo(f"vedette: {error}", err=True)
        return FAILED
    except (click.Abort, KeyboardInterrupt):
        click.echo("vedette: stopped; what was confirmed stays", err=True)
        return STOPPED
    return code if isinstance(code, int) else 0


def main() -> NoReturn:
    """The entry of the installed command."""
    try:
        sys.exit(run())
    except BrokenPipeError:
        # The reader of our output went away ("| head"): no error, but nothing may be flushed to it any more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


if __name__ == "__main__":
    main()
