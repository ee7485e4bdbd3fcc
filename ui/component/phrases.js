// Streamlit has no words but English for its own buttons and hints. Here those of a list are said
// in the reader's language, where they stand and as they come. A text is never read as HTML.
const NAMES = ["aria-label", "title", "placeholder"];
const OURS = ".stHtml, .stBidiComponent, textarea, script, style";

const said = (text) => {
  const { phrases, beginnings } = globalThis.plangraphPhrases;
  const words = text.trim();
  if (phrases.has(words)) return phrases.get(words);
  const begun = beginnings.find((beginning) => words.startsWith(beginning));
  return begun && phrases.get(begun) + words.slice(begun.length);
};

const sayText = (node) => {
  if (node.parentElement?.closest(OURS)) return;
  const words = said(node.data);
  if (words !== undefined && words !== node.data) node.data = words;
};

const sayNames = (element) => {
  for (const name of NAMES) {
    const words = element.hasAttribute(name) ? said(element.getAttribute(name)) : undefined;
    if (words !== undefined) element.setAttribute(name, words);
  }
};

const sayAll = (root) => {
  if (root.nodeType === Node.TEXT_NODE) return sayText(root);
  if (root.nodeType !== Node.ELEMENT_NODE || root.closest(OURS)) return;
  sayNames(root);
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walk.nextNode()) {
    if (walk.currentNode.nodeType === Node.TEXT_NODE) sayText(walk.currentNode);
    else sayNames(walk.currentNode);
  }
};

const sayChanges = (changes) => {
  for (const { type, target, addedNodes } of changes) {
    if (type === "childList") addedNodes.forEach(sayAll);
    else if (type === "attributes") sayNames(target);
    else sayText(target);
  }
};

export default function ({ data }) {
  const before = document.documentElement.lang;
  document.documentElement.lang = data.language;
  globalThis.plangraphPhrases = {
    phrases: new Map(Object.entries(data.phrases)),
    beginnings: Object.keys(data.phrases).filter((english) => english.endsWith(" ")),
  };
  if (!globalThis.plangraphSpeaker) {
    globalThis.plangraphSpeaker = new MutationObserver(sayChanges);
    globalThis.plangraphSpeaker.observe(document.body, {
      subtree: true, childList: true, characterData: true,
      attributes: true, attributeFilter: NAMES,
    });
  }
  if (before !== data.language) sayAll(document.body);
}
