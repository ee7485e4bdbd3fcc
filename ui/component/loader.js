// Streamlit sends this text at every rerun, so it is short: what it loads, it loads once.
export default function (component) {
  const { parentElement, data } = component;
  let alive = true;
  const load = (file) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `./app/static/${file}`;
    script.async = false; // fetched side by side, run in this order
    script.onload = resolve;
    script.onerror = () => reject(new Error(file));
    document.head.append(script);
  });
  const files = ["vis-network.min.js", "cards.js?SHA", "reader.js?SHA", "graph.js?SHA"];
  globalThis.plangraphReady ??= Promise.all(files.map(load)).catch((error) => {
    globalThis.plangraphReady = undefined; // the next rerun tries again
    throw error;
  });
  globalThis.plangraphReady.then(() => alive && globalThis.plangraphShow(component)).catch(() => {
    for (const name of ["spoken", "failed"]) {
      parentElement.querySelector(`.${name}`).textContent = data.words.failed;
    }
  });
  return () => { alive = false; };
}
