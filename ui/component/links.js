// A list of names to click; what a name holds stays text. Sent at every rerun, so it is short.
// The focus stays in the list when another takes its place.
export default function ({ parentElement, data, setTriggerValue }) {
  const list = parentElement.querySelector("ul");
  const shown = JSON.stringify(data);
  if (list.dataset.shown === shown) return;
  list.dataset.shown = shown;
  const focused = list.contains(list.getRootNode().activeElement);
  const button = (text, hint, kind, id) => Object.assign(document.createElement("button"), {
    type: "button", textContent: text, title: hint, onclick: () => setTriggerValue("chosen", { kind, id }),
  });
  list.replaceChildren(...data.items.map(({ text, node, edge }) => {
    const row = document.createElement("li");
    row.append(button(text, text, "node", node));
    if (edge) {
      const quote = button("❝", data.sentence, "edge", edge);
      quote.setAttribute("aria-label", `${data.sentence}：${text}`);
      row.append(quote);
    }
    return row;
  }));
  if (focused) list.querySelector("button")?.focus();
}
