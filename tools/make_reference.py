"""Write docs/reference/cli.md from the command's own help, and docs/reference/knowledge.md from the schemas.

    make_reference.py [--check]

With --check nothing is written; the exit code is 1 where a page is out of date.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from vedette.cli.main import VERBS, group
from vedette.knowledge.check import SCHEMAS

DOCS = Path(__file__).resolve().parent.parent / "docs" / "reference"


def cli_page() -> str:
    """Every verb with its help as the terminal shows it."""
    parts = [
        "# The vedette command",
        "Made from `vedette --help` by `make reference`; do not edit.",
        "Exit codes: 0 done; 1 done, but something was refused or fell short, each said in a line; 2 wrong usage; "
        "3 it could not be done, and the message says what to do; 130 stopped by the user.",
        f"```\n{_help(group, 'vedette')}\n```",
    ]
    for verb in VERBS:
        command = group.get_command(click.Context(group), verb)
        assert command is not None
        parts += [f"## vedette {verb}", f"```\n{_help(command, f'vedette {verb}')}\n```"]
        for name, sub in sorted(getattr(command, "commands", {}).items()):
            parts += [f"### vedette {verb} {name}", f"```\n{_help(sub, f'vedette {verb} {name}')}\n```"]
    return "\n\n".join(parts) + "\n"


def _help(command: click.Command, name: str) -> str:
    # A command keeps the help option that it was first asked for; so it is asked for as a user's terminal does.
    names = group.context_settings["help_option_names"]
    context = click.Context(command, info_name=name, terminal_width=100, help_option_names=names)
    return command.get_help(context)


def knowledge_page() -> str:
    """Every knowledge file with the fields of its schema."""
    parts = ["# Knowledge files", "Made from the schemas by `make reference`; do not edit."]
    for name, model in sorted(SCHEMAS.items()):
        parts.append(f"## {name}.yaml")
        parts.append((model.__doc__ or "").strip().replace("\n    ", "\n"))
        rows = ["| field | type | needed |", "| --- | --- | --- |"]
        for field, info in model.model_fields.items():
            kind = str(info.annotation).replace("vedette.knowledge.", "").replace("typing.", "").replace("|", "or")
            kind = kind.removeprefix("<class '").removesuffix("'>")
            rows.append(f"| `{field}` | {kind} | {'yes' if info.is_required() else 'no'} |")
        parts.append("\n".join(rows))
    return "\n\n".join(parts) + "\n"


PAGES = {"cli.md": cli_page, "knowledge.md": knowledge_page}


def stale() -> list[str]:
    """Names of pages that are missing or out of date."""
    return [
        name
        for name, make in PAGES.items()
        if not (DOCS / name).is_file() or (DOCS / name).read_text(encoding="utf-8") != make()
    ]


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(f"out of date: {', '.join(stale())}; run: make reference" if stale() else 0)
    DOCS.mkdir(parents=True, exist_ok=True)
    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), encoding="utf-8")
