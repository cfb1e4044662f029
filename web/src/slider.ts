// The slider of days: shows the page of the day that it is at, without leaving the page.
import { all } from "./dom";
import { maps } from "./map";

/** Brings every input[data-days] to life; its page is drawn anew under [data-of-day]. */
export function sliders(): void {
  for (const slider of all<HTMLInputElement>("input[data-days]")) {
    const days = (slider.dataset["days"] ?? "").split(" ");
    const output = slider.parentElement?.querySelector("output");
    const label = (): string => days[Number(slider.value)] ?? "";
    let asked = 0;
    slider.closest<HTMLElement>("[hidden]")?.removeAttribute("hidden");
    slider.addEventListener("input", () => {
      if (output) output.value = label();
      slider.setAttribute("aria-valuetext", label());
    });
    slider.addEventListener("input", async () => {
      const mine = ++asked;
      await new Promise((wait) => setTimeout(wait, 120));
      if (mine !== asked) return;
      const address = new URL(location.href);
      address.searchParams.set("on", label());
      const shown = document.querySelector<HTMLElement>("[data-of-day]");
      if (!shown) return;
      shown.setAttribute("aria-busy", "true");
      try {
        const answer = await fetch(address, { credentials: "same-origin" });
        const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = parsed.querySelector("[data-of-day]");
        if (mine !== asked || !fresh) return;
        shown.replaceChildren(...fresh.childNodes);
        history.replaceState(null, "", address);
        const field = document.querySelector<HTMLInputElement>('input[name="on"]');
        if (field) field.value = label();
        maps();
      } finally {
        if (mine === asked) shown.removeAttribute("aria-busy");
      }
    });
  }
}
