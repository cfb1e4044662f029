"""The addresses of the workbench, one module a page."""

from vedette.workbench.routes import (
    add,
    api,
    api_judge,
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
    watch,
)

_PAGES = (day, happening, report, queue, control, sources, changes, search, judgements, watch, method, people)
_MODULES = (*_PAGES, judge, add, api, api_judge)
ROUTERS = tuple(module.router for module in _MODULES)
