// Small helpers on the document.

/** All elements of a selector under `root`. */
export function all<T extends Element>(selector: string, root: ParentNode = document): T[] {
  return [...root.querySelectorAll<T>(selector)];
}

/** Whether a key press is meant for a field that is typed into. */
export function typing(event: KeyboardEvent): boolean {
  const at = event.target;
  if (!(at instanceof HTMLElement)) return false;
  const free = at instanceof HTMLInputElement && ["checkbox", "radio", "range", "submit"].includes(at.type);
  return (at.matches("input, textarea, select") && !free) || at.isContentEditable;
}

/** Whether keys with Ctrl, Alt or the command key are held: those are the browser's. */
export function modified(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.altKey || event.metaKey;
}

/** Opens every closed <details> around an element, so that it can be seen. */
export function reveal(element: Element): void {
  for (let node: Element | null = element; node; node = node.parentElement) {
    if (node instanceof HTMLDetailsElement) node.open = true;
  }
}

/** The body of a piece of a page that the server draws; throws where it cannot be had. */
export async function piece(address: string): Promise<Node[]> {
  const answer = await fetch(address, { headers: { accept: "text/html" }, credentials: "same-origin" });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
  return [...parsed.body.childNodes];
}
