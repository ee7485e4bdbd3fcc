// Presses the button of the key `data.button` as soon as it is on the page, for five seconds.
const pressed = new Set();

export default function ({ data }) {
  if (pressed.has(data.button)) return;
  pressed.add(data.button);
  const until = Date.now() + 5000;
  const look = () => {
    const button = document.querySelector(`.st-key-${data.button} button`);
    if (button) button.click();
    else if (Date.now() < until) requestAnimationFrame(look);
  };
  look();
}
