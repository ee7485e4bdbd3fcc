// A button that copies a text; also where there is no clipboard object: on http, from elsewhere.
export default function ({ parentElement, data }) {
  const button = parentElement.querySelector("button");
  const copied = async () => {
    if (navigator.clipboard) return navigator.clipboard.writeText(data.text);
    const area = document.createElement("textarea");
    area.value = data.text;
    area.style.position = "fixed";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    button.focus();
    if (!done) throw new Error("refused");
  };
  button.textContent = data.label;
  button.onclick = () => copied().then(
    () => { button.textContent = data.done; },
    () => { button.textContent = data.failed; },
  );
  button.onblur = () => { button.textContent = data.label; };
}
