// Moving from row to row by j and k, opening one, and showing the sentences of its figures in place.
import { all, modified, piece, reveal, typing } from "./dom";

const ROWS = "tr.row, [data-item]";

/** Listens for j, k, Enter and s. */
export function rows(): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || modified(event) || typing(event)) return;
    if (event.key === "j" || event.key === "k") step(event, event.key === "j" ? 1 : -1);
    const row = current();
    if (!row) return;
    if (event.key === "Enter" && event.target === row) {
      const to = row.dataset["href"] ?? row.querySelector<HTMLAnchorElement>('a[href^="/happening/"]')?.href;
      if (to) location.assign(to);
    } else if (event.key === "s") {
      event.preventDefault();
      void peek(row);
    }
  });
}

function current(): HTMLElement | null {
  const at = document.activeElement;
  return at instanceof Element ? at.closest<HTMLElement>(ROWS) : null;
}

function step(event: Event, by: number): void {
  const found = all<HTMLElement>(ROWS).filter((row) => !row.closest("details:not([open])"));
  if (!found.length) return;
  event.preventDefault();
  const at = current();
  const next = at ? found.indexOf(at) + by : by > 0 ? 0 : found.length - 1;
  const row = found[Math.max(0, Math.min(found.length - 1, next))];
  row?.focus();
  row?.scrollIntoView({ block: "nearest" });
}

/** Shows the sentences beneath a row, or takes them away again. */
async function peek(row: HTMLElement): Promise<void> {
  const address = row.dataset["peek"];
  if (!address) {
    for (const details of all<HTMLDetailsElement>("details", row).slice(0, 1)) details.open = !details.open;
    return;
  }
  const below = row.nextElementSibling;
  if (below?.classList.contains("peek")) {
    below.remove();
    return;
  }
  const wide = row.querySelectorAll("td, th").length;
  const line = document.createElement("tr");
  line.className = "peek";
  const cell = document.createElement("td");
  cell.colSpan = wide;
  cell.textContent = "Fetching the sentences …";
  line.append(cell);
  row.after(line);
  row.setAttribute("aria-busy", "true");
  try {
    cell.replaceChildren(...(await piece(address)));
  } catch {
    cell.textContent = "The sentences could not be fetched: is the workbench still running?";
  }
  row.removeAttribute("aria-busy");
  reveal(line);
}
