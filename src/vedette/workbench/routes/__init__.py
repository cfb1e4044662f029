"""The addresses of the workbench, one module a page."""

from vedette.workbench.routes import (
    api,
    changes,
    control,
    day,
    happening,
    judge,
    judgements,
    method,
    people,
    queue,
    report,
    search,
    sources,
)

_MODULES = (day, happening, report, queue, control, sources, changes, search, judgements, method, people, judge, api)
ROUTERS = tuple(module.router for module in _MODULES)
