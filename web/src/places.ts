// Places of the gazetteer, offered while one is typed; the entry chosen goes beside the name.
import { all } from "./dom";

interface Place {
  id: string;
  name: string;
  words: string;
}

/** Brings every input[data-places] to life. */
export function places(): void {
  all<HTMLInputElement>("input[data-places]").forEach((field, n) => {
    const list = document.createElement("datalist");
    list.id = `places-${n}`;
    field.setAttribute("list", list.id);
    field.after(list);
    const entry = field.form?.querySelector<HTMLInputElement>("[data-place-entry]");
    let found: Place[] = [];
    let asked = 0;
    field.addEventListener("input", async () => {
      const chosen = found.find((place) => `${place.name} – ${place.words}` === field.value);
      if (chosen) {
        field.value = chosen.name;
        if (entry) entry.value = chosen.id;
        return;
      }
      if (entry) entry.value = "";
      const mine = ++asked;
      await new Promise((wait) => setTimeout(wait, 200));
      if (mine !== asked || field.value.trim().length < 3) return;
      const answer = await fetch(`/api/v1/places?q=${encodeURIComponent(field.value.trim())}`, { credentials: "same-origin" });
      if (!answer.ok || mine !== asked) return;
      found = (await answer.json()) as Place[];
      list.replaceChildren(
        ...found.map((place) => {
          const option = document.createElement("option");
          option.value = `${place.name} – ${place.words}`;
          return option;
        }),
      );
      if (found.length === 1 && entry) entry.value = found[0]?.id ?? "";
    });
  });
}
