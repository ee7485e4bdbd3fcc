// The canvas of the explorer: vis-network draws what Python placed; physics is off.
//
// loader.js calls plangraphShow at every rerun, and anew after every change of page. What must
// outlive that (the network, positions, zoom) stays in `pictures`, keyed by data.store.
// Names from documents reach the page as text only: canvas fillText and textContent.
(() => {

const { FONT, bands, card, edgeColour, readColours } = globalThis.plangraphCards;
const { attend, listen, reveal, select } = globalThis.plangraphReader;
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
  if (!document.createElement("canvas").getContext?.("2d")) throw new Error("no canvas");
  const holder = document.createElement("div");
  holder.className = "holder";
  const picture = {
    holder, nodes: new vis.DataSet(), edges: new vis.DataSet(), lanes: [], types: {},
    version: null, layout: null, stamp: 0, selected: null, told: null, near: null, words: {}, colours: {},
  };
  picture.network = new vis.Network(holder, picture, {
    physics: false,
    autoResize: false, // off the page it has no size, and would lose its zoom
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
  picture.network.on("beforeDrawing", (context) => bands(picture, context));
  new ResizeObserver(() => resize(picture)).observe(holder);
  document.fonts.load(`14px ${FONT}`, "战略").then(() => picture.network.redraw());
  pictures.set(store, picture);
  return picture;
}

function attach(picture, frame, component) {
  picture.component = component;
  picture.frame = frame;
  if (picture.holder.parentElement === frame) return;
  frame.prepend(picture.holder);
  attend(picture, frame);
  resize(picture);
}

function resize({ holder, network }) {
  if (!holder.clientWidth || !holder.clientHeight) return;
  network.setSize("100%", "100%");
  network.redraw();
}

function show(picture, data) {
  picture.words = data.words;
  // on a laptop the buttons below it must stay in sight
  picture.frame.style.height = `clamp(360px, calc(100vh - 300px), ${data.height}px)`;
  readColours(picture);
  for (const button of picture.frame.querySelectorAll("[data-do]")) {
    button.title = data.words[button.dataset.do];
    button.setAttribute("aria-label", button.title);
  }
  picture.frame.setAttribute("aria-label", data.words.canvas);
  if (!receive(picture, data)) return;
  if (data.stamp > picture.stamp) {
    picture.stamp = data.stamp;
    select(picture, data.selected);
    picture.told = null;
    if (data.selected) reveal(picture);
  }
}

// ---- what Python sends: a whole picture, what changed in it, or nothing ------------------------

function receive(picture, data) {
  if (data.version === picture.version) return true;
  if (data.picture) {
    drop(picture.nodes, data.picture.nodes);
    drop(picture.edges, data.picture.edges);
    take(picture, data, data.picture);
  } else if (data.change && data.base === picture.version) {
    picture.edges.remove(data.change.edges_gone);
    picture.nodes.remove(data.change.nodes_gone);
    take(picture, data, data.change);
  } else {
    picture.component.setTriggerValue("missing", data.version); // a tab that lost its memory
    return false;
  }
  return true;
}

function drop(dataSet, items) {
  const wanted = new Set(items.map((item) => item.id));
  dataSet.remove(dataSet.getIds().filter((id) => !wanted.has(id)));
}

function take(picture, { version, layout }, { nodes, edges, lanes = picture.lanes, types = picture.types }) {
  const moved = layout !== picture.layout;
  const desk = (name) => name?.split("-")[0];
  if (desk(version) !== desk(picture.version)) picture.stamp = 0; // a server that was started anew
  Object.assign(picture, { lanes, types, version, layout });
  const staying = (node) => {
    const known = !moved && picture.nodes.get(node.id);
    return known ? { ...node, x: known.x, y: known.y } : node;
  };
  picture.nodes.update(nodes.map(staying));
  picture.edges.update(edges);
  const look = { smooth: { enabled: picture.edges.length <= 1500 && lanes.length > 0 }, color: edgeColour(picture) };
  if (JSON.stringify(look) !== picture.look) picture.network.setOptions({ edges: look }); // looks at every edge
  picture.look = JSON.stringify(look);
  select(picture, picture.selected);
  if (moved) start(picture);
}

// All of it when the words can be read so, or the shape is what matters; else its readable top.
// (network.fit() does not know how large a card is before it was drawn once.)
function start(picture) {
  const { network, holder, lanes } = picture;
  resize(picture);
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
})();
