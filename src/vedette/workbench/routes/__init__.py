"""The addresses of the workbench, one module a page."""

from vedette.workbench.routes import day, happening, judge

ROUTERS = (day.router, happening.router, judge.router)
