// Leading the eye: from a figure to the claims that it rests on, from a stretch of text to its claims and back.
import { all, modified, reveal, typing } from "./dom";

/** Listens for figures and stretches of text that lead to claims. */
export function picks(): void {
  for (const figure of all<HTMLElement>("[data-picks]")) {
    figure.addEventListener("click", (event) => {
      const ids = (figure.dataset["picks"] ?? "").split(" ").filter(Boolean);
      if (pick(ids)) event.preventDefault();
    });
  }
  const figures = all<HTMLElement>("[data-picks]");
  let next = 0;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "f" || !figures.length || event.defaultPrevented || modified(event) || typing(event)) return;
    event.preventDefault();
    figures[next++ % figures.length]?.click();
  });
  for (const stretch of all<HTMLElement>("[data-claims]")) {
    const ids = (stretch.dataset["claims"] ?? "").split(" ");
    // Words cannot be selected from within a link; what leads to a claim of this page needs to be none.
    stretch.removeAttribute("href");
    stretch.setAttribute("role", "link");
    stretch.tabIndex = 0;
    // Nor out of what can have the focus: it is for the keyboard, and gives way to the mouse.
    stretch.addEventListener("pointerdown", () => stretch.removeAttribute("tabindex"));
    document.addEventListener("pointerup", () => (stretch.tabIndex = 0));
    stretch.addEventListener("click", () => {
      if (getSelection()?.isCollapsed) pick(ids);
    });
    stretch.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && getSelection()?.isCollapsed && pick(ids)) event.preventDefault();
    });
  }
  for (const claim of all<HTMLElement>(".beside .claim")) {
    const light = (on: boolean): void => {
      for (const stretch of all(`[data-claims~="${claim.id}"]`)) stretch.classList.toggle("picked", on);
    };
    claim.addEventListener("mouseenter", () => light(true));
    claim.addEventListener("mouseleave", () => light(false));
    claim.addEventListener("focusin", () => light(true));
    claim.addEventListener("focusout", () => light(false));
  }
  for (const sum of all<HTMLElement>("[data-sum]")) {
    sum.addEventListener("click", () => {
      const target = document.getElementById(sum.dataset["sum"] ?? "");
      if (target) reveal(target);
    });
  }
  addEventListener("hashchange", openTarget);
}

/** Opens what the address's fragment names, which may stand in a closed <details>. */
export function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  reveal(target);
  target.scrollIntoView({ block: "start" });
  if (target.matches(".claim, tr.row")) target.focus({ preventScroll: true });
}

function pick(ids: string[]): boolean {
  for (const old of all(".claim.picked")) old.classList.remove("picked");
  const found = ids.map((id) => document.getElementById(id)).filter((x): x is HTMLElement => x !== null);
  for (const claim of found) {
    reveal(claim);
    claim.classList.add("picked");
  }
  found[0]?.scrollIntoView({ block: "center" });
  found[0]?.focus({ preventScroll: true });
  return found.length > 0;
}
