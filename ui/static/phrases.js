(() => {
// Streamlit has no words but English for its own buttons and hints. Those of this list are said in
// Chinese on Chinese pages, where they stand and as they come. A text is never read as HTML.
// An English text that ends in a space is followed by something that stays.
const PHRASES = new Map(Object.entries({
  "Fullscreen": "全屏",
  "Close fullscreen": "退出全屏",
  "Download as CSV": "下载 CSV",
  "Download as PNG": "下载 PNG",
  "Show/hide columns": "显示或隐藏列",
  "Search": "查找",
  "Type to search": "输入要查找的文字",
  "Show data": "显示数据",
  "Show chart": "显示图表",
  "Sort ascending": "升序排列",
  "Sort descending": "降序排列",
  "Statistics": "统计",
  "Format": "格式",
  "Autosize": "自动列宽",
  "Pin column": "固定此列",
  "Unpin column": "取消固定",
  "Hide column": "隐藏此列",
  "Copy column name": "复制列名",
  "Select all": "全选",
  "Clear selection": "取消选择",
  "Clear value": "清除",
  "Clear all": "全部清除",
  "No results": "没有结果",
  "No options to select": "没有可选项",
  "No options to select.": "没有可选项",
  "Choose an option": "请选择",
  "Choose options": "请选择",
  "Add: ": "使用：",
  "Press Enter to apply": "按回车键确认",
  "Press Enter to submit form": "按回车键提交",
  "Press Ctrl+Enter to apply": "按 Ctrl+回车键确认",
  "Press Ctrl+Enter to submit form": "按 Ctrl+回车键提交",
  "Press ⌘+Enter to apply": "按 ⌘+回车键确认",
  "Press ⌘+Enter to submit form": "按 ⌘+回车键提交",
  "Show password": "显示密码",
  "Hide password": "隐藏密码",
  "Skip to main content": "跳到正文",
  "Running...": "正在处理…",
  "Stop": "停止",
  "Rerun": "刷新",
  "Settings": "设置",
  "Print": "打印",
  "Record a screencast": "录屏",
  "About": "关于",
  "Close": "关闭",
  "Connecting": "正在连接",
  "Connection error": "连接中断",
  "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:": "服务可能已停止。请稍后刷新页面；仍不能打开时，请联系维护者。",
  "Page not found": "没有这一页",
  "System": "跟随系统",
  "Light": "浅色",
  "Dark": "深色",
  "Record screen": "录屏",
  "App pages": "页面",
  "Main menu": "菜单",
  "Copy to clipboard": "复制",
  "Open": "打开",
  "file upload": "选择文件",
  "Upload": "上传",
  "Automatic": "自动",
  "Localized": "按地区",
  "Plain": "原样",
  "Percent": "百分比",
}));
const BEGINNINGS = [...PHRASES.keys()].filter((english) => english.endsWith(" "));
const NAMES = ["aria-label", "title", "placeholder"];
const OURS = ".stHtml, .stBidiComponent, textarea, script, style";

let language = "en";

// The Chinese of a text, undefined when it is none of Streamlit's.
const said = (text) => {
  if (language !== "zh") return undefined;
  const words = text.trim();
  if (PHRASES.has(words)) return PHRASES.get(words);
  const begun = BEGINNINGS.find((beginning) => words.startsWith(beginning));
  return begun && PHRASES.get(begun) + words.slice(begun.length);
};

const sayText = (node) => {
  if (node.parentElement?.closest(OURS)) return;
  const words = said(node.data);
  if (words !== undefined) node.data = words;
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

new MutationObserver(sayChanges).observe(document.body, {
  subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: NAMES,
});

// What was said in Chinese before a change to English stays until Streamlit draws it again.
globalThis.plangraphSay = (wanted) => {
  if (wanted === language) return;
  language = wanted;
  sayAll(document.body);
};
})();
