// The canvas of the explorer: vis-network draws what Python placed; physics is off.
//
// loader.js calls plangraphShow at every rerun, and anew after every change of page. What must
// outlive that (the network, positions, zoom) stays in `pictures`, keyed by data.store.
// Names from documents reach the page as text only: canvas fillText and textContent.

(() => {

const { FONT, bands, card, edgeColour, readColours } = globalThis.plangraphCards;
const SECOND_CLICK = 220; // ms in which a click may become a double click
const READABLE_SCALE = 0.62; // letters of 8 px
const pictures = (globalThis.plangraphPictures ??= new Map());

globalThis.plangraphShow = (component) => {
  const { parentElement, data } = component;
  const picture = pictures.get(data.store) ?? newPicture(globalThis.vis, data.store);
  attach(picture, parentElement.querySelector(".frame"), component);
  show(picture, data);
};

// ---- a picture: made once, shown again at every rerun ------------------------------------------

function newPicture(vis, store) {
  const holder = document.createElement("div");
  holder.className = "holder";
  const picture = {
    holder, nodes: new vis.DataSet(), edges: new vis.DataSet(), lanes: [], types: {},
    version: null, layout: null, stamp: 0, selected: null, near: null, words: {}, colours: {},
  };
  picture.network = new vis.Network(holder, picture, {
    physics: false,
    autoResize: true,
    layout: { improvedLayout: false },
    interaction: { hover: true, tooltipDelay: 1e9, keyboard: false, zoomSpeed: 0.6 },
    nodes: { shape: "custom", ctxRenderer: (drawn) => card(picture, drawn) },
    edges: {
      arrows: { to: { enabled: true, scaleFactor: 0.45 } },
      width: 1.2, selectionWidth: 1.6, hoverWidth: 0.8, font: { size: 0 },
      smooth: { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.45 },
    },
  });
  listen(picture);
  document.fonts.load(`14px ${FONT}`, "战略").then(() => picture.network.redraw());
  pictures.set(store, picture);
  return picture;
}

function attach(picture, frame, component) {
  picture.component = component;
  picture.frame = frame;
  if (picture.holder.parentElement !== frame) {
    frame.prepend(picture.holder);
    frame.onkeydown = (event) => key(picture, event);
    for (const [name, action] of Object.entries(BUTTONS)) {
      frame.querySelector(`[data-do="${name}"]`).onclick = () => action(picture);
    }
    picture.network.setSize("100%", "100%");
    picture.fresh = true;
  }
}

function show(picture, data) {
  const { network } = picture;
  picture.words = data.words;
  picture.frame.style.height = `${data.height}px`;
  readColours(picture);
  for (const button of picture.frame.querySelectorAll("[data-do]")) {
    button.title = data.words[button.dataset.do];
    button.setAttribute("aria-label", button.title);
  }
  picture.frame.setAttribute("aria-label", data.words.canvas);
  if (data.picture && data.version !== picture.version) replace(picture, data);
  if (data.version !== picture.version) {
    picture.component.setTriggerValue("missing", data.version); // a tab that lost its memory
    return;
  }
  if (data.stamp > picture.stamp) {
    picture.stamp = data.stamp;
    select(picture, data.selected);
    if (data.selected) reveal(picture);
  }
  if (picture.fresh) network.redraw();
  picture.fresh = false;
}

function replace(picture, data) {
  const { nodes, edges, lanes, types } = data.picture;
  const moved = data.layout !== picture.layout;
  keep(picture.edges, edges);
  keep(picture.nodes, nodes, (node) => {
    const known = !moved && picture.nodes.get(node.id);
    return known ? { ...node, x: known.x, y: known.y } : node;
  });
  const many = edges.length > 1500;
  picture.network.setOptions({ edges: { smooth: { enabled: !many && lanes.length > 0 }, color: edgeColour(picture) } });
  Object.assign(picture, { lanes, types, version: data.version, layout: data.layout });
  if (!picture.nodes.get(picture.selected?.id ?? "") && picture.selected?.kind === "node") {
    select(picture, null);
  } else {
    select(picture, picture.selected);
  }
  if (moved) start(picture);
}

// All of it when the words can be read so, or the shape is what matters; else its readable top.
// (network.fit() does not know how large a card is before it was drawn once.)
function start(picture) {
  const { network, holder, lanes } = picture;
  network.setSize("100%", "100%");
  const box = bounds(picture);
  if (!box) return;
  const across = holder.clientWidth / (box.right - box.left + 60);
  const whole = Math.min(across, holder.clientHeight / (box.bottom - box.top + 110), 1.1);
  if (whole >= READABLE_SCALE || !lanes.length) {
    network.moveTo({ scale: whole, position: middle(box) });
    return;
  }
  const scale = Math.max(READABLE_SCALE, Math.min(1, across));
  const half = holder.clientWidth / scale / 2;
  const x = across >= READABLE_SCALE ? middle(box).x : box.left + half - 30;
  const y = box.top - 56 / scale + holder.clientHeight / scale / 2;
  network.moveTo({ scale, position: { x, y } });
}

function bounds({ nodes }) {
  const all = nodes.get();
  if (!all.length) return null;
  return {
    left: Math.min(...all.map((n) => n.x - n.w / 2)), right: Math.max(...all.map((n) => n.x + n.w / 2)),
    top: Math.min(...all.map((n) => n.y - n.h / 2)), bottom: Math.max(...all.map((n) => n.y + n.h / 2)),
  };
}

function middle({ left, right, top, bottom }) {
  return { x: (left + right) / 2, y: (top + bottom) / 2 - 20 };
}

function keep(dataSet, items, merged = (item) => item) {
  const wanted = new Set(items.map((item) => item.id));
  dataSet.remove(dataSet.getIds().filter((id) => !wanted.has(id)));
  dataSet.update(items.map(merged));
}

// ---- what the reader does ----------------------------------------------------------------------

const BUTTONS = {
  fit: (picture) => picture.network.fit({ animation: motion() }),
  closer: (picture) => zoom(picture, 1.3),
  farther: (picture) => zoom(picture, 1 / 1.3),
};

function listen(picture) {
  const { network } = picture;
  let waiting = 0;
  network.on("click", ({ nodes, edges }) => {
    clearTimeout(waiting);
    const chosen = nodes.length ? { kind: "node", id: nodes[0] }
      : edges.length ? { kind: "edge", id: edges[0] } : null;
    select(picture, chosen);
    waiting = setTimeout(() => tell(picture), SECOND_CLICK);
  });
  network.on("doubleClick", ({ nodes }) => {
    clearTimeout(waiting);
    if (nodes.length) picture.component.setTriggerValue("expand", nodes[0]);
  });
  network.on("dragEnd", ({ nodes }) => { if (nodes.length) network.storePositions(); });
  network.on("hoverNode", ({ node }) => whisper(picture, nodeText(picture, node)));
  network.on("hoverEdge", ({ edge }) => whisper(picture, edgeText(picture, edge)));
  network.on("blurNode", () => whisper(picture, ""));
  network.on("blurEdge", () => whisper(picture, ""));
  picture.holder.onmouseleave = () => whisper(picture, "");
  network.on("beforeDrawing", (context) => bands(picture, context));
}

function select(picture, chosen) {
  const { network } = picture;
  const known = chosen && (chosen.kind === "node" ? picture.nodes : picture.edges).get(chosen.id);
  picture.selected = known ? chosen : null;
  if (!known) {
    network.unselectAll();
    picture.near = null;
  } else if (chosen.kind === "node") {
    network.selectNodes([chosen.id]);
    picture.near = new Set([chosen.id, ...network.getConnectedNodes(chosen.id)]);
  } else {
    network.setSelection({ nodes: [], edges: [chosen.id] });
    picture.near = new Set([known.from, known.to]);
  }
  picture.frame && say(picture.frame, !known ? ""
    : chosen.kind === "node" ? nodeText(picture, chosen.id) : edgeText(picture, chosen.id));
  network.redraw();
}

function tell(picture) {
  picture.component.setStateValue("selected", picture.selected);
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
    picture.component.setTriggerValue("expand", picture.selected.id);
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
  picture.walking = setTimeout(() => tell(picture), SECOND_CLICK);
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
  return node ? `${picture.types[node.kind]?.name ?? node.kind}：${node.label}` : "";
}

function edgeText(picture, id) {
  const edge = picture.edges.get(id);
  if (!edge) return "";
  const [from, to] = [picture.nodes.get(edge.from), picture.nodes.get(edge.to)];
  return `${from?.label ?? ""} —${edge.name}→ ${to?.label ?? ""}`;
}

function whisper(picture, text) {
  picture.frame.querySelector(".hover").textContent = text;
}

function say(frame, text) {
  frame.querySelector(".spoken").textContent = text;
}
})();
