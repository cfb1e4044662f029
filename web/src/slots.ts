// Correcting a slot: the field starts from what the slot holds now, and offers the words that it may hold.
import { all } from "./dom";

/** Brings every select[data-slot] to life, together with the field beside it. */
export function slots(): void {
  for (const choice of all<HTMLSelectElement>("select[data-slot]")) {
    const field = choice.form?.querySelector<HTMLInputElement>("input[name=value]");
    if (!field) continue;
    const show = (): void => {
      const slot = choice.selectedOptions[0];
      // A field of days or numbers takes no other text: emptied before, it is not warned of.
      field.value = "";
      field.type = slot?.dataset["type"] ?? "text";
      field.value = slot?.dataset["now"] ?? "";
      field.setAttribute("list", `choices-${slot?.value ?? ""}`);
    };
    choice.addEventListener("change", show);
    show();
  }
}
