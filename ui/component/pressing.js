// Presses the button of the key `data.button`, or gives it the focus, once for each `data.once`,
// as soon as it is on the page, for five seconds.
const done = new Set();

export default function ({ data }) {
  if (done.has(data.once)) return;
  done.add(data.once);
  const until = Date.now() + 5000;
  const look = () => {
    const button = document.querySelector(`.st-key-${data.button} button`);
    if (button) button[data.does]();
    else if (Date.now() < until) requestAnimationFrame(look);
  };
  look();
}
