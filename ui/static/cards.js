// How the canvas looks: bands, cards with a coloured end and a shape for each type, edges.
// Names reach it as lines for fillText: what they hold stays text.
globalThis.plangraphCards = (() => {

const FONT = '"Plangraph Sans", sans-serif';
const FAR = 0.7; // of the ink; its contrast stays above 4.5:1 in both themes
const TEXT_FROM_SCALE = 0.28; // below, letters would be smaller than 4 px

function readColours(picture) {
  const style = getComputedStyle(picture.frame);
  const read = (name, otherwise) => style.getPropertyValue(name).trim() || otherwise;
  const colours = {
    ground: read("--st-background-color", "#fff"),
    band: read("--st-secondary-background-color", "#f3f6f9"),
    ink: read("--st-text-color", "#111"),
    line: read("--st-border-color", "#ccc"),
    accent: read("--st-primary-color", "#00619a"),
  };
  if (JSON.stringify(colours) === JSON.stringify(picture.colours)) return;
  picture.colours = colours;
  picture.network.setOptions({ edges: { color: edgeColour(picture) } });
}

function edgeColour({ colours, edges }) {
  return { color: mix(colours.ink, edges.length > 150 ? 0.22 : 0.38), highlight: colours.accent, hover: colours.accent, inherit: false };
}

function mix(colour, alpha) {
  return /^#[0-9a-f]{6}$/i.test(colour) ? colour + Math.round(alpha * 255).toString(16).padStart(2, "0") : colour;
}

function bands(picture, context) {
  context.save();
  for (const [left, top, width, height] of picture.lanes) {
    context.beginPath();
    context.roundRect(left, top, width, height, 10);
    context.fillStyle = picture.colours.band;
    context.fill();
  }
  context.restore();
}

function card(picture, { ctx, id, x, y, state: { selected, hover } }) {
  const node = picture.nodes.get(id);
  const type = picture.types[node.kind] ?? { colour: "#ddd", ink: "#000", glyph: "box" };
  const { w, h } = node;
  return {
    drawNode: () => {
      const { colours, near } = picture;
      const legible = picture.network.getScale() >= TEXT_FROM_SCALE;
      ctx.save();
      ctx.beginPath();
      ctx.roundRect(x - w / 2, y - h / 2, w, h, node.head ? 8 : 5);
      ctx.fillStyle = colours.ground; // opaque: no line runs through words
      ctx.fill();
      const far = near && !near.has(id);
      const filled = node.head && !far; // what is far from the choice is an outline
      if (filled) {
        ctx.fillStyle = type.colour;
        ctx.fill();
      }
      ctx.lineWidth = selected ? 3.5 : hover || (node.head && far) ? 2.2 : 1.2;
      ctx.strokeStyle = selected || hover ? colours.accent : node.head ? type.colour : colours.line;
      ctx.stroke();
      let left = x - w / 2;
      if (!node.head) {
        ctx.globalAlpha = far ? 0.5 : 1;
        ctx.fillStyle = type.colour;
        ctx.beginPath();
        ctx.roundRect(left, y - h / 2, 18, h, [5, 0, 0, 5]);
        ctx.fill();
        glyph(ctx, type.glyph, left + 9, y, 5.5);
        left += 18;
      }
      ctx.globalAlpha = far ? FAR : 1;
      if (legible) {
        ctx.fillStyle = filled ? type.ink : colours.ink;
        ctx.font = `13px ${FONT}`;
        ctx.textAlign = node.head ? "center" : "left";
        ctx.textBaseline = "middle";
        const height = 17;
        const first = y - ((node.lines.length - 1) * height) / 2;
        node.lines.forEach((line, row) => {
          ctx.fillText(line, node.head ? x : left + 7, first + row * height);
        });
      }
      if (node.pinned) pin(ctx, colours, x - w / 2, y - h / 2);
      if (node.more > 0 && legible) badge(ctx, colours, x + w / 2, y - h / 2 - 3, `+${node.more}`);
      ctx.restore();
    },
    nodeDimensions: { width: w, height: h },
  };
}

// A shape for each type: colour alone says nothing to many readers.
function glyph(ctx, shape, x, y, r) {
  const corners = { diamond: [4, 0], triangle: [3, -Math.PI / 2], hexagon: [6, 0], star: [5, -Math.PI / 2] }[shape];
  ctx.beginPath();
  if (corners) {
    const [count, turn] = corners;
    const points = shape === "star" ? count * 2 : count;
    for (let i = 0; i < points; i += 1) {
      const angle = turn + (i * 2 * Math.PI) / points;
      const reach = shape === "star" && i % 2 ? r / 2.3 : r;
      ctx.lineTo(x + reach * Math.cos(angle), y + reach * Math.sin(angle));
    }
    ctx.closePath();
  } else if (shape === "square" || shape === "box" || shape === "database") {
    ctx.rect(x - r * 0.8, y - r * (shape === "box" ? 0.5 : 0.8), r * 1.6, r * (shape === "box" ? 1 : 1.6));
  } else {
    ctx.ellipse(x, y, r, shape === "ellipse" ? r * 0.62 : r, 0, 0, 2 * Math.PI);
  }
  ctx.fillStyle = "#000000cc";
  ctx.fill();
}

function pin(ctx, colours, x, y) {
  ctx.beginPath();
  ctx.arc(x + 2, y, 6, 0, 2 * Math.PI);
  ctx.fillStyle = colours.accent;
  ctx.fill();
  ctx.lineWidth = 2;
  ctx.strokeStyle = colours.ground;
  ctx.stroke();
  ctx.beginPath();
  ctx.arc(x + 2, y, 2, 0, 2 * Math.PI);
  ctx.fillStyle = colours.ground;
  ctx.fill();
}

function badge(ctx, colours, x, y, text) {
  ctx.font = `11px ${FONT}`;
  const width = ctx.measureText(text).width + 10;
  ctx.beginPath();
  ctx.roundRect(x - width + 4, y - 8, width, 16, 8);
  ctx.fillStyle = colours.ink;
  ctx.fill();
  ctx.fillStyle = colours.ground;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(text, x - width / 2 + 4, y);
}
return { FONT, bands, card, edgeColour, readColours };
})();
