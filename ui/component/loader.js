// Streamlit sends this text at every rerun, so it is short: what it loads, it loads once.
export default function (component) {
  const { parentElement, data } = component;
  let alive = true;
  const load = (file) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `./app/static/${file}`;
    script.onload = resolve;
    script.onerror = () => reject(new Error(file));
    document.head.append(script);
  });
  globalThis.plangraphReady ??= load("vis-network.min.js")
    .then(() => load("cards.js?SHA")).then(() => load("graph.js?SHA"));
  globalThis.plangraphReady.then(
    () => alive && globalThis.plangraphShow(component),
    () => {
      globalThis.plangraphReady = undefined;
      parentElement.querySelector(".spoken").textContent = data.words.failed;
      parentElement.querySelector(".hover").textContent = data.words.failed;
    },
  );
  return () => { alive = false; };
}
