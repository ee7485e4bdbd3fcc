// A list of names to click; what a name holds stays text. Sent at every rerun, so it is short.
export default function ({ parentElement, data, setTriggerValue }) {
  const button = (text, hint, kind, id) => Object.assign(document.createElement("button"), {
    type: "button", textContent: text, title: hint, onclick: () => setTriggerValue("chosen", { kind, id }),
  });
  parentElement.querySelector("ul").replaceChildren(...data.items.map(({ text, node, edge }) => {
    const row = document.createElement("li");
    row.append(button(text, text, "node", node));
    if (edge) {
      const quote = button("❝", data.sentence, "edge", edge);
      quote.setAttribute("aria-label", `${data.sentence}：${text}`);
      row.append(quote);
    }
    return row;
  }));
}
