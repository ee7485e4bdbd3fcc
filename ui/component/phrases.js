// Streamlit sends this text at every rerun, so it is short: what it loads, it loads once.
export default function ({ data }) {
  document.documentElement.lang = data.page;
  globalThis.plangraphSpeaks ??= new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = "./app/static/phrases.js?SHA";
    script.onload = resolve;
    document.head.append(script);
  });
  globalThis.plangraphSpeaks.then(() => globalThis.plangraphSay(data.language));
}
