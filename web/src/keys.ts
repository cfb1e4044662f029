// Keys that every page knows. Keys of one page (the queue's) come first and are handled by their own modules.
import { open } from "./dialogs";
import { modified, typing } from "./dom";

const PAGES: Record<string, string> = {
  d: "/day",
  q: "/queue",
  o: "/control",
  s: "/sources",
  c: "/changes",
  j: "/judgements",
  w: "/watch",
  m: "/method",
};

/** Listens for the keys of all pages. */
export function keys(): void {
  let going = false;
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || modified(event)) return;
    if (event.key === "Escape" && event.target instanceof HTMLElement && typing(event)) event.target.blur();
    if (typing(event)) return;
    if (going) {
      going = false;
      const to = PAGES[event.key];
      if (to) go(event, to);
      return;
    }
    if (event.key === "g") going = true;
    else if (event.key === "?") open("keys");
    else if (event.key === "/") search(event);
    else if (event.key === "u") undo(event);
    else if (event.key === "[" || event.key === "]") {
      const link = document.querySelector<HTMLAnchorElement>(`a[data-key="${event.key}"]`);
      if (link) go(event, link.href);
    }
  });
}

function go(event: Event, to: string): void {
  event.preventDefault();
  location.assign(to);
}

function search(event: Event): void {
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  if (!field) {
    go(event, "/search");
    return;
  }
  event.preventDefault();
  field.focus();
  field.select();
}

/** Takes back what was judged last: at once where the page offers it, else on the page of judgements. */
function undo(event: Event): void {
  const form = document.querySelector<HTMLFormElement>('.notice form[action="/undo"], .notice form[action="/queue/unmark"], #undo-last');
  if (form) {
    event.preventDefault();
    form.requestSubmit();
  } else go(event, "/judgements");
}
