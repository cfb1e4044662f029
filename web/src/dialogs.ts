// Buttons that open a dialog of the page.
import { all } from "./dom";

/** Has every [data-open] button open the dialog of that id. */
export function dialogs(): void {
  for (const button of all<HTMLElement>("[data-open]")) {
    button.addEventListener("click", () => open(button.dataset["open"] ?? ""));
  }
}

/** Opens the dialog called `id`, or closes it if it is open. */
export function open(id: string): void {
  const dialog = document.getElementById(id);
  if (!(dialog instanceof HTMLDialogElement)) return;
  if (dialog.open) dialog.close();
  else dialog.showModal();
}
