// Choosing words of a report, by mouse or by keyboard, to add a claim on them.
import { all, modified, typing } from "./dom";

interface Word {
  node: Text;
  start: number;
  end: number;
}

/** Brings the report's text to life, where the page lets claims be added. */
export function choose(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-choose]");
  const text = document.querySelector<HTMLElement>("article.text");
  const bar = document.querySelector<HTMLElement>("[data-chosen]");
  if (!form || !text || !bar) return;
  let first = -1;
  let last = -1;
  let words: Word[] = [];

  document.addEventListener("selectionchange", () => {
    const found = chosen(text);
    bar.hidden = !found;
    const shown = bar.querySelector("q");
    if (found && shown) shown.textContent = found.words.length > 90 ? `${found.words.slice(0, 90)} …` : found.words;
  });
  bar.querySelector("button")?.addEventListener("click", add);
  // A press on the bar must not take the selection away before it is read.
  bar.addEventListener("mousedown", (event) => event.preventDefault());

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || modified(event) || typing(event)) return;
    if (event.key === "a") {
      event.preventDefault();
      if (chosen(text)) add();
      else begin();
    } else if (first >= 0 && event.key.startsWith("Arrow")) {
      event.preventDefault();
      move(event.key, event.shiftKey);
    } else if (first >= 0 && event.key === "Enter") {
      event.preventDefault();
      add();
    } else if (event.key === "Escape" && (first >= 0 || chosen(text))) {
      first = last = -1;
      getSelection()?.removeAllRanges();
    }
  });

  /** Sets the mark on the first word that is in sight. */
  function begin(): void {
    words = wordsOf(text as HTMLElement);
    const top = document.querySelector("header.top")?.getBoundingClientRect().bottom ?? 0;
    const at = words.findIndex((word) => box(word, word).top >= top);
    if (!words.length) return;
    first = last = Math.max(0, at);
    show();
  }

  function move(key: string, extend: boolean): void {
    const by = key === "ArrowLeft" ? -1 : key === "ArrowRight" ? 1 : line(key === "ArrowUp" ? -1 : 1) - last;
    last = Math.max(0, Math.min(words.length - 1, last + by));
    if (!extend) first = last;
    show();
  }

  /** The word that stands a line above or below. */
  function line(by: number): number {
    const from = words[last];
    if (!from) return last;
    const here = box(from, from);
    for (let n = last + by; n >= 0 && n < words.length; n += by) {
      const word = words[n];
      if (!word) break;
      const there = box(word, word);
      const beyond = by > 0 ? there.top > here.top + 2 && there.right >= here.left : there.top < here.top - 2 && there.left <= here.right;
      if (beyond) return n;
    }
    return by > 0 ? words.length - 1 : 0;
  }

  function show(): void {
    const [a, b] = [words[Math.min(first, last)], words[Math.max(first, last)]];
    if (!a || !b) return;
    getSelection()?.setBaseAndExtent(a.node, a.start, b.node, b.end);
    (words[last]?.node.parentElement ?? text)?.scrollIntoView({ block: "nearest" });
  }

  function add(): void {
    const found = chosen(text as HTMLElement);
    if (!found) return;
    const address = new URLSearchParams({
      report: text?.dataset["report"] ?? "",
      start: String(found.start),
      end: String(found.end),
      words: found.words.slice(0, 600),
    });
    bar?.setAttribute("aria-busy", "true");
    const button = bar?.querySelector("button");
    if (button) button.textContent = "Reading these words …";
    location.assign(`/add?${address}`);
  }
}

/** The words selected within the text: offsets as the server counts them, in characters and not in code units. */
function chosen(text: HTMLElement): { start: number; end: number; words: string } | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const [start, end] = [offset(text, range.startContainer, range.startOffset), offset(text, range.endContainer, range.endOffset)];
  const words = selection.toString();
  return start !== null && end !== null && start < end && words.trim() ? { start, end, words } : null;
}

function offset(text: HTMLElement, node: Node, at: number): number | null {
  for (const part of all<HTMLElement>("[data-from]", text)) {
    const before = document.createRange();
    before.selectNodeContents(part);
    const place = before.comparePoint(node, at);
    if (place > 0) continue;
    if (place === 0) before.setEnd(node, at);
    else before.collapse(true);
    return Number(part.dataset["from"]) + [...before.toString()].length;
  }
  const parts = all<HTMLElement>("[data-from]", text);
  const end = parts[parts.length - 1];
  return end ? Number(end.dataset["from"]) + [...(end.textContent ?? "")].length : null;
}

function wordsOf(text: HTMLElement): Word[] {
  const out: Word[] = [];
  for (const part of all<HTMLElement>("[data-from]", text)) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
      for (const found of node.data.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)) {
        out.push({ node, start: found.index, end: found.index + found[0].length });
      }
    }
  }
  return out;
}

function box(from: Word, to: Word): DOMRect {
  const range = document.createRange();
  range.setStart(from.node, from.start);
  range.setEnd(to.node, to.end);
  return range.getBoundingClientRect();
}
