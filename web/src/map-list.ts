// A mark of several happenings: lists them, instead of leading to the first.
import { piece } from "./dom";

/** Opens a dialog with the happenings of a mark; a mark of one is left to lead there. */
export async function listOf(event: Event, mark: SVGAElement): Promise<void> {
  const ids = (mark.dataset["events"] ?? "").split(" ").filter(Boolean);
  if (ids.length < 2) return;
  event.preventDefault();
  document.getElementById("at-place")?.remove();
  const dialog = document.createElement("dialog");
  dialog.id = "at-place";
  const name = mark.querySelector("title")?.textContent?.split(":")[0] ?? "";
  dialog.setAttribute("aria-label", `Happenings at ${name}`);
  const title = document.createElement("h2");
  title.textContent = `${ids.length} happenings at ${name}`;
  const list = document.createElement("div");
  list.textContent = "Fetching them …";
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "Close";
  close.addEventListener("click", () => dialog.close());
  dialog.append(title, list, close);
  document.body.append(dialog);
  dialog.showModal();
  try {
    list.replaceChildren(...(await piece(`/happenings?${new URLSearchParams({ ids: ids.join(" ") })}`)));
    list.querySelector("a")?.focus();
  } catch {
    list.textContent = "They could not be fetched: is the workbench still running?";
  }
}
