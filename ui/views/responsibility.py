"""责任: what a body answers for, who carries how much, and the table of tasks."""

from __future__ import annotations

import streamlit as st

from graph.elements import Node
from queries.run import run
from ui.explorer import answers, session
from ui.explorer.captions import caption
from ui.explorer.downloads import download_menu
from ui.explorer.figures_shown import figure_choices
from ui.explorer.index import Index
from ui.explorer.items import show_items
from ui.explorer.namesakes import told_apart
from ui.explorer.reach import ROLE_EDGES
from ui.explorer.wording import Words

KINDS = ("portfolio", "load", "ledger")
ROLES = ("LED_BY", "ASSIGNED_TO", "SUPPORTED_BY", "GUIDED_BY", "SUPERVISED_BY")


def page() -> None:
    """One body, all bodies, all tasks."""
    t = session.words()
    index = session.index()
    if not index.graph.nodes:
        session.show_empty(t)
        return
    asked = st.query_params.get("view", "")
    kind = st.segmented_control(
        t("page.responsibility"), KINDS, default=asked if asked in KINDS else KINDS[0],
        required=True, format_func=lambda kind: t.of("responsibility", kind),
        label_visibility="collapsed", key="responsibility_view",
    )  # fmt: skip
    st.query_params["view"] = kind
    if kind == "portfolio":
        portfolio(index, t)
        return
    st.query_params.pop("body", None)
    plan = chosen_plan(index, t)
    name = f"responsibility.{kind}"
    result = index.kept((name, plan), lambda: run(session.store(), name, plan=plan))
    answers.show(index, result, t)


def chosen_plan(index: Index, t: Words) -> str | None:
    """The plan that the table is of; none means all. ?plan=… chooses it."""
    names = index.kept("plan names", lambda: plan_names(index))
    asked = st.query_params.get("plan", "")
    plan = st.selectbox(
        t("overview.plan"), names, index=names.index(asked) if asked in names else None,
        placeholder=t("responsibility.all_plans"), key="responsibility_plan",
    )  # fmt: skip
    if plan:
        st.query_params["plan"] = plan
    else:
        st.query_params.pop("plan", None)
    return plan


def plan_names(index: Index) -> list[str]:
    """The plans that hold measures, by name."""
    owners = {edge.source for edge in index.graph.edges_of("HAS_MEASURE")}
    plans = [node for node in index.graph.nodes_of("ActionPlan") if node.id in owners]
    return sorted({caption(plan) for plan in plans})


def portfolio(index: Index, t: Words) -> None:
    """Who, in which roles, and what."""
    bodies = index.kept("roles", lambda: roles_of_all(index))

    def load(id: str) -> tuple[int, int, str]:
        return -len(bodies[id].get("LED_BY", ())), -sum(map(len, bodies[id].values())), id

    busy = sorted((id for id, roles in bodies.items() if roles), key=load)
    if not busy:
        st.info(t("responsibility.none"))
        return
    asked = st.query_params.get("body", "")
    choice, menu = st.columns([0.86, 0.14], vertical_alignment="bottom")
    body = choice.selectbox(
        t("responsibility.body"), busy, index=busy.index(asked) if asked in busy else 0,
        format_func=told_apart(index, busy).__getitem__, key="responsibility_body",
    )  # fmt: skip
    st.query_params["body"] = body
    with menu:
        download_menu(figure_choices(index, "neighbourhood", {"node": body}), t, key="body")
    roles = bodies[body]
    for column, role in zip(st.columns(len(ROLES)), ROLES, strict=True):
        column.metric(t.of("role", role), len(roles.get(role, ())), border=True)
    chosen(index, body, roles, t)


@st.fragment
@session.three_lines()
def chosen(index: Index, body: str, roles: dict[str, list[str]], t: Words) -> None:
    """The items of the roles that are chosen."""
    picked = st.pills(
        t("responsibility.role"), [role for role in ROLES if role in roles], key=f"role-{body}",
        format_func=lambda role: t.of("role", role),
    )  # fmt: skip
    named = names_of_roles({picked: roles[picked]} if picked else roles, t)
    show_items(index, named, t, key=f"items-{body}-{picked}", roles=named)


def names_of_roles(roles: dict[str, list[str]], t: Words) -> dict[str, str]:
    """For every item what the body does in it: 牵头, or 牵头、配合."""
    of_item: dict[str, list[str]] = {}
    for role in ROLES:
        for id in roles.get(role, ()):
            of_item.setdefault(id, []).append(t.of("role", role))
    return {id: t.listed(names) for id, names in of_item.items()}


def roles_of_all(index: Index) -> dict[str, dict[str, list[str]]]:
    """The items of every body by role."""
    return {node.id: roles_of(index, node) for node in index.graph.nodes_of("Organization")}


def roles_of(index: Index, body: Node) -> dict[str, list[str]]:
    """The items of a body by role."""
    found: dict[str, list[str]] = {}
    for edge in index.touching.get(body.id, ()):
        if edge.type in ROLE_EDGES:
            found.setdefault(edge.type, []).append(edge.source)
    return found


with session.three_lines():
    page()
