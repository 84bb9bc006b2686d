"""What `portal check --json` prints, for tools: every problem with its place, and its words in every language."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict, Field

from portal.words.problem import Problem, Severity
from portal.words.wording import editor_locales


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Finding(_Data):
    """One problem."""

    path: str = Field(description="The file, from the root of the project, with / between folders.")
    line: int = Field(ge=1, description="The line, counted from 1.")
    field: str = Field(description="The field, such as facts.0.source; empty for a line of text.")
    severity: Severity = Field(description="An error stops a build; advice does not.")
    strict: bool = Field(description="Advice that `portal check --strict` refuses.")
    key: str = Field(description="What kind of problem it is: an entry of wording.yml.")
    message: dict[str, str] = Field(description="What is wrong and what to do, by language of the editor.")


class Report(_Data):
    """Everything that was found, sorted by file and line."""

    version: int = Field(default=1, description="Rises when a reader of the older shape would misread this one.")
    problems: list[Finding]

    @classmethod
    def of(cls, problems: Iterable[Problem]) -> Report:
        """The report of these problems."""
        return cls(problems=[_finding(problem) for problem in problems])


def _finding(problem: Problem) -> Finding:
    return Finding(
        path=problem.path.as_posix(),
        line=problem.line,
        field=problem.field,
        severity=problem.severity,
        strict=problem.strict,
        key=problem.key,
        message={locale: problem.phrase.text(locale) for locale in editor_locales()},
    )
