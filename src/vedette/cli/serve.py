"""`vedette serve`."""

from __future__ import annotations

import getpass

import click

from vedette.cli.options import ledger_option

PORT = 8765


@click.command("serve")
@click.option("--port", type=click.IntRange(1, 65535), default=PORT, show_default=True, help="The port to listen on.")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="Where to listen. Any but this machine's own address needs users: vedette user add.",
)
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="NAME",
    help="A name that browsers call it by, where it is served to others; may be given again.",
)
@click.option("--https", is_flag=True, help="It stands behind a proxy that speaks TLS: cookies go over TLS only.")
@click.option(
    "--by",
    envvar="VEDETTE_ANALYST",
    metavar="NAME",
    help="Who signs judgements while nobody has to sign in; else your login name. Also VEDETTE_ANALYST.",
)
@click.option("--open", "browse", is_flag=True, help="Open it in a browser.")
@ledger_option
def command(
    port: int, host: str, names: tuple[str, ...], https: bool, by: str | None, browse: bool, ledger: str
) -> None:
    """Serve the workbench: read, check and correct the record in a browser.

    Without users it serves this machine only, and judgements are signed with your name. `vedette user add NAME` gives
    others a sign-in; then it may be served to them, behind a proxy that speaks TLS (--https).
    """
    from vedette.products.extras import need

    need("vedette.workbench.serving", "the workbench", "workbench").serve(
        ledger=ledger,
        host=host,
        port=port,
        names=names,
        https=https,
        analyst=by or _login(),
        browse=browse,
        say=click.echo,
    )


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "analyst"
