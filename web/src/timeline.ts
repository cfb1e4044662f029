// The timeline by arrow keys: left and right to the next bar.
import { all } from "./dom";

/** Brings every [data-timeline] to life. */
export function timelines(): void {
  for (const holder of all<HTMLElement>("[data-timeline], svg.strip")) {
    holder.addEventListener("keydown", (event) => {
      const key = (event as KeyboardEvent).key;
      if (key !== "ArrowRight" && key !== "ArrowLeft") return;
      const bars = all<SVGAElement>("a", holder);
      const at = bars.indexOf(document.activeElement as Element as SVGAElement);
      if (at < 0) return;
      event.preventDefault();
      bars[Math.max(0, Math.min(bars.length - 1, at + (key === "ArrowRight" ? 1 : -1)))]?.focus();
    });
  }
}
