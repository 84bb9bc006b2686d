"""The action plan: its lines, themes and actions, and how they stand on the day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from portal.model.action_plan import by_party, numbered
from portal.model.page import Page
from portal.model.site import Site
from portal.schema.action_plan import ActionLine, ActionPlanPage, ActionState, Goal, Plan, Theme
from portal.views import view


@view(ActionPlanPage)
def action_plan(site: Site, page: Page[ActionPlanPage]) -> Mapping[str, Any]:
    """The plan that the page is about: by line and theme, and the numbers by how the actions stand."""
    plan = site.all(Plan)[page.about.plan]
    actions = [one for one in numbered(site) if one.line.plan == plan.slug]
    states = {state: [one for one in actions if one.action.status.state == state] for state in get_args(ActionState)}
    return {
        "plan": plan,
        "past": plan.is_past(site.day),
        "goals": [goal for goal in site.all(Goal).values() if goal.plan == plan.slug],
        "lines": [
            (line, [(theme, [one for one in actions if one.theme == theme]) for theme in _themes(site, line)])
            for line in site.all(ActionLine).values()
            if line.plan == plan.slug
        ],
        "states": {state: found for state, found in states.items() if found},
        "action_count": len(actions),
        "parties": by_party(site, actions),
        "before": sorted(plan.before, key=lambda one: (one.when is None, one.when or "")),
    }


def _themes(site: Site, line: ActionLine) -> list[Theme]:
    return [theme for theme in site.all(Theme).values() if theme.line == line.slug]
