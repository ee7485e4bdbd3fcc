// What the reader does with the canvas, by mouse and by keys, and what it says in return.
//
// Python hears of it at once; each message names the version of the picture that is held here.
globalThis.plangraphReader = (() => {

const WALKING = 220; // ms without another arrow key after which the choice is told

const BUTTONS = {
  fit: (picture) => picture.network.fit({ animation: motion() }),
  closer: (picture) => zoom(picture, 1.3),
  farther: (picture) => zoom(picture, 1 / 1.3),
};

function listen(picture) {
  const { network } = picture;
  let before = null, last = null; // two quick clicks on two things are no double click
  network.on("click", ({ nodes, edges }) => {
    [before, last] = [last, nodes[0]];
    select(picture, nodes.length ? { kind: "node", id: nodes[0] }
      : edges.length ? { kind: "edge", id: edges[0] } : null);
    tell(picture);
  });
  network.on("doubleClick", ({ nodes }) => {
    if (nodes.length && nodes[0] === before) expand(picture, nodes[0]);
  });
  network.on("dragEnd", ({ nodes }) => {
    if (!nodes.length) return;
    network.storePositions();
    const places = Object.entries(network.getPositions(nodes)).map(([id, { x, y }]) => [id, [x, y]]);
    picture.component.setTriggerValue("moved", { version: picture.version, places: Object.fromEntries(places) });
  });
  network.on("hoverNode", ({ node }) => whisper(picture, nodeText(picture, node)));
  network.on("hoverEdge", ({ edge }) => whisper(picture, edgeText(picture, edge)));
  network.on("blurNode", () => whisper(picture, ""));
  network.on("blurEdge", () => whisper(picture, ""));
  picture.holder.onmouseleave = () => whisper(picture, "");
}

function attend(picture, frame) {
  frame.onkeydown = (event) => key(picture, event);
  for (const [name, action] of Object.entries(BUTTONS)) {
    frame.querySelector(`[data-do="${name}"]`).onclick = () => action(picture);
  }
}

function select(picture, chosen) {
  const { network } = picture;
  const known = chosen && (chosen.kind === "node" ? picture.nodes : picture.edges).get(chosen.id);
  picture.selected = known ? chosen : null;
  if (!known) {
    picture.near = null;
    network.unselectAll();
  } else if (chosen.kind === "node") {
    network.selectNodes([chosen.id]);
    picture.near = new Set([chosen.id, ...network.getConnectedNodes(chosen.id)]);
  } else {
    network.setSelection({ nodes: [], edges: [chosen.id] });
    picture.near = new Set([known.from, known.to]);
  }
  picture.frame.querySelector(".spoken").textContent = !known ? ""
    : chosen.kind === "node" ? nodeText(picture, chosen.id) : edgeText(picture, chosen.id);
}

function tell(picture) {
  const { kind, id } = picture.selected ?? { kind: "", id: "" };
  const choice = `${kind} ${id}`;
  if (picture.told === choice) return;
  picture.told = choice;
  picture.choices = (picture.choices ?? 0) + 1; // or Streamlit would not tell what it was told before
  picture.component.setStateValue("selected", { kind, id, version: picture.version, nth: picture.choices });
}

function expand(picture, id) {
  picture.component.setTriggerValue("expand", { id, version: picture.version });
}

function reveal(picture) {
  const { network, selected } = picture;
  if (!selected) return;
  const ids = selected.kind === "node" ? [selected.id] : network.getConnectedNodes(selected.id);
  const place = network.getPosition(ids[0]);
  const seen = network.canvasToDOM(place);
  const { clientWidth, clientHeight } = picture.holder;
  const inside = seen.x > 60 && seen.y > 40 && seen.x < clientWidth - 60 && seen.y < clientHeight - 40;
  if (!inside || network.getScale() < 0.5) {
    network.moveTo({ position: place, scale: Math.max(network.getScale(), 0.8), animation: motion() });
  }
}

function key(picture, event) {
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  const action = { "+": "closer", "=": "closer", "-": "farther", 0: "fit" }[event.key];
  event.stopPropagation(); // Streamlit has keys of its own
  if (event.target.tagName === "BUTTON" && event.key !== "Escape" && !step) return;
  if (step) walk(picture, step);
  else if (action) BUTTONS[action](picture);
  else if (event.key === "Enter" && picture.selected?.kind === "node") {
    expand(picture, picture.selected.id);
  } else if (event.key === "Escape") {
    select(picture, null);
    tell(picture);
  } else return;
  event.preventDefault();
}

function walk(picture, [right, down]) {
  const places = picture.network.getPositions();
  const here = places[picture.selected?.id] ?? picture.network.getViewPosition();
  let best = null;
  for (const [id, place] of Object.entries(places)) {
    const ahead = (place.x - here.x) * right + (place.y - here.y) * down;
    const aside = Math.abs((place.x - here.x) * down) + Math.abs((place.y - here.y) * right);
    if (ahead > 1 && (!best || ahead + 2 * aside < best.far)) best = { id, far: ahead + 2 * aside };
  }
  if (!best) return;
  select(picture, { kind: "node", id: best.id });
  reveal(picture);
  clearTimeout(picture.walking);
  picture.walking = setTimeout(() => tell(picture), WALKING);
}

function zoom(picture, factor) {
  const scale = picture.network.getScale() * factor;
  picture.network.moveTo({ scale, animation: motion() });
}

function motion() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 180 };
}

// ---- words -------------------------------------------------------------------------------------

function nodeText(picture, id) {
  const node = picture.nodes.get(id);
  return node ? `${picture.types[node.kind]?.name ?? node.kind}：${node.name}` : "";
}

function edgeText(picture, id) {
  const edge = picture.edges.get(id);
  if (!edge) return "";
  const [from, to] = [picture.nodes.get(edge.from), picture.nodes.get(edge.to)];
  return `${from?.name ?? ""} —${edge.name}→ ${to?.name ?? ""}`;
}

function whisper(picture, text) {
  picture.frame.querySelector(".hover").textContent = text;
}

return { attend, listen, reveal, select };
})();
