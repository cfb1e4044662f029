"""One YAML file to one validated model, with errors that name file and line."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from vedette.errors import KnowledgeError


class Strict(BaseModel):
    """Base of every knowledge schema: unknown keys are errors, values are frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True)


M = TypeVar("M", bound=BaseModel)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_yaml(path: Path, model: type[M]) -> M:
    """Read `path` as YAML and validate it as `model`; raise KnowledgeError ``file:line: what`` otherwise."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise KnowledgeError(f"{path}:1: cannot be read: {error.strerror}") from error
    try:
        data = yaml.load(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise KnowledgeError(f"{path}:{line}: not YAML: {error.problem}") from error
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        line = _line_of(text, first["loc"])
        where = ".".join(str(part) for part in first["loc"]) or "the file"
        raise KnowledgeError(f"{path}:{line}: {where}: {first['msg']}") from error


def _line_of(text: str, loc: tuple[int | str, ...]) -> int:
    """The line (from 1) of the node that `loc` leads to, or of the last one on the way that exists."""
    node = yaml.compose(text, Loader=_LOADER)
    line = 1
    for part in loc:
        if node is None:
            break
        line = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            pairs = {key.value: (key, value) for key, value in node.value}
            if str(part) not in pairs:
                return line
            line = pairs[str(part)][0].start_mark.line + 1
            node = pairs[str(part)][1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            line = node.start_mark.line + 1
        else:
            break
    return line
