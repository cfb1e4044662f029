// The queue by keys: n next, y same, d different, x unsure, w wrong, l looked at, c correct. Undo is u, as everywhere.
import { all, modified, reveal, typing } from "./dom";

/** Listens for the keys of the queue's acts, each a [data-act] button or link of the page. */
export function queue(): void {
  if (document.body.dataset["page"] !== "queue") return;
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || modified(event) || typing(event)) return;
    const field = event.key === "c" ? document.querySelector<HTMLElement>("details.act input[name=place], details.act select") : null;
    if (field) {
      event.preventDefault();
      reveal(field);
      field.focus();
      return;
    }
    const act = all<HTMLElement>("[data-act]").find((x) => x.dataset["act"] === event.key);
    if (!act) return;
    event.preventDefault();
    act.click();
  });
}
