// Moving about in the map: buttons and + - 0, the wheel with Ctrl, dragging. Marks of several happenings open a list.
import { listOf } from "./map-list";
import { scaleBar } from "./map-scale";
import { all, modified, piece, typing } from "./dom";

type Box = { x: number; y: number; w: number; h: number };
const NEAREST = 24;

/** Brings every [data-map] to life. */
export function maps(): void {
  for (const holder of all<HTMLElement>("[data-map]")) {
    const drawings = all<SVGSVGElement>("svg.map", holder).map((svg, n) => new Mover(svg, n ? undefined : holder.dataset["marks"]));
    const main = drawings[0];
    if (!main) continue;
    holder.prepend(buttons(main));
    document.addEventListener("keydown", (event) => {
      if (event.defaultPrevented || modified(event) || typing(event)) return;
      if (event.key === "+" || event.key === "=") main.zoom(0.6);
      else if (event.key === "-") main.zoom(1 / 0.6);
      else if (event.key === "0") main.whole();
    });
    holder.addEventListener("click", (event) => {
      const mark = (event.target as Element).closest<SVGAElement>("a[data-events]");
      if (mark) listOf(event, mark);
    });
  }
}

function buttons(map: Mover): HTMLElement {
  const bar = document.createElement("div");
  bar.className = "zoom";
  const acts: [string, string, () => void][] = [
    ["+", "+ nearer", () => map.zoom(0.6)],
    ["−", "− farther", () => map.zoom(1 / 0.6)],
    ["whole", "The whole map", () => map.whole()],
  ];
  for (const [text, label, act] of acts) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.setAttribute("aria-label", label);
    button.addEventListener("click", act);
    bar.append(button);
  }
  return bar;
}

class Mover {
  private readonly full: Box;
  private box: Box;
  private near = 1;
  /** The marks as they are drawn at each nearness; what the server has drawn once is kept. */
  private readonly drawn = new Map<number, Element>();

  constructor(
    private readonly svg: SVGSVGElement,
    private readonly marks?: string,
  ) {
    const { x, y, width, height } = svg.viewBox.baseVal;
    this.full = { x, y, w: width, h: height };
    this.box = { ...this.full };
    const whole = svg.querySelector("g.marks");
    if (whole) this.drawn.set(1, whole);
    let from: { x: number; y: number } | null = null;
    svg.addEventListener("pointerdown", (event) => {
      if (event.button === 0 && !(event.target as Element).closest("a")) from = { x: event.clientX, y: event.clientY };
    });
    svg.addEventListener("pointermove", (event) => {
      if (!from) return;
      const scale = this.box.w / svg.clientWidth;
      this.show({ ...this.box, x: this.box.x - (event.clientX - from.x) * scale, y: this.box.y - (event.clientY - from.y) * scale });
      from = { x: event.clientX, y: event.clientY };
      svg.classList.add("held");
    });
    for (const end of ["pointerup", "pointerleave"]) {
      svg.addEventListener(end, () => {
        from = null;
        svg.classList.remove("held");
      });
    }
    svg.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      this.zoom(event.deltaY > 0 ? 1.25 : 0.8);
    }, { passive: false });
  }

  zoom(by: number): void {
    const w = Math.min(this.full.w, Math.max(this.full.w / NEAREST, this.box.w * by));
    const h = (w / this.full.w) * this.full.h;
    this.show({ x: this.box.x + (this.box.w - w) / 2, y: this.box.y + (this.box.h - h) / 2, w, h });
  }

  whole(): void {
    this.show({ ...this.full });
  }

  private show(box: Box): void {
    const x = Math.min(Math.max(box.x, this.full.x), this.full.x + this.full.w - box.w);
    const y = Math.min(Math.max(box.y, this.full.y), this.full.y + this.full.h - box.h);
    this.box = { ...box, x, y };
    this.svg.setAttribute("viewBox", `${x} ${y} ${box.w} ${box.h}`);
    this.keepSize();
    scaleBar(this.svg, this.full, this.box);
    void this.unfold();
  }

  /** Marks keep their size while the land grows beneath them. */
  private keepSize(): void {
    const scale = this.box.w / this.full.w;
    for (const mark of all<SVGGElement>("[data-at]", this.svg)) {
      const [x = 0, y = 0] = (mark.dataset["at"] ?? "").split(" ").map(Number);
      mark.setAttribute("transform", `translate(${x * (1 - scale)} ${y * (1 - scale)}) scale(${scale})`);
    }
  }

  /** Nearer by, marks that were drawn as one come apart: the server draws them for each doubling. */
  private async unfold(): Promise<void> {
    const near = 2 ** Math.floor(Math.log2(this.full.w / this.box.w) + 0.01);
    if (!this.marks || near === this.near) return;
    this.near = near;
    if (!this.drawn.has(near)) {
      this.svg.setAttribute("aria-busy", "true");
      try {
        const nodes = await piece(`${this.marks}&near=${near}`);
        const group = nodes.map((node) => (node instanceof Element ? node.querySelector("g.marks") : null)).find(Boolean);
        if (group) this.drawn.set(near, group);
      } catch {
        return; // What is drawn stays true, only less told apart.
      } finally {
        this.svg.removeAttribute("aria-busy");
      }
    }
    const fresh = this.drawn.get(near);
    if (near !== this.near || !fresh) return;
    this.svg.querySelector("g.marks")?.replaceWith(fresh);
    this.keepSize();
  }
}
