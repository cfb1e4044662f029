// Moving about in the map: buttons and + - 0, the wheel with Ctrl, dragging. Marks of several happenings open a list.
import { all, modified, typing } from "./dom";

type Box = { x: number; y: number; w: number; h: number };
const NEAREST = 24;

/** Brings every [data-map] to life. */
export function maps(): void {
  for (const holder of all<HTMLElement>("[data-map]")) {
    const drawings = all<SVGSVGElement>("svg.map", holder).map((svg) => new Mover(svg));
    const main = drawings[0];
    if (!main) continue;
    holder.prepend(buttons(main));
    document.addEventListener("keydown", (event) => {
      if (event.defaultPrevented || modified(event) || typing(event)) return;
      if (event.key === "+" || event.key === "=") main.zoom(0.6);
      else if (event.key === "-") main.zoom(1 / 0.6);
      else if (event.key === "0") main.whole();
    });
    for (const mark of all<SVGAElement>("a[data-events]", holder)) mark.addEventListener("click", (e) => lists(e, mark));
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

  constructor(private readonly svg: SVGSVGElement) {
    const { x, y, width, height } = svg.viewBox.baseVal;
    this.full = { x, y, w: width, h: height };
    this.box = { ...this.full };
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
    // Marks keep their size while the land grows beneath them.
    const scale = box.w / this.full.w;
    for (const mark of all<SVGGElement>("a.mark, g.control, text.name", this.svg)) {
      const bounds = centre(mark);
      mark.setAttribute("transform", `translate(${bounds.x * (1 - scale)} ${bounds.y * (1 - scale)}) scale(${scale})`);
    }
  }
}

function centre(mark: SVGGraphicsElement): { x: number; y: number } {
  const kept = mark.dataset["at"];
  if (kept) {
    const [x, y] = kept.split(" ").map(Number);
    return { x: x ?? 0, y: y ?? 0 };
  }
  const box = mark.getBBox();
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  mark.dataset["at"] = `${at.x} ${at.y}`;
  return at;
}

/** A mark of several happenings: lists them, instead of leading to the first. */
function lists(event: Event, mark: SVGAElement): void {
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
  const list = document.createElement("ul");
  list.className = "plain";
  for (const id of ids) {
    const row = document.getElementById(id);
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `/happening/${id}`;
    const cells = row ? all<HTMLElement>("th, td", row).map((c) => c.innerText.trim()) : [];
    link.textContent = cells.length ? [cells[0], cells[2], cells[4]].filter(Boolean).join(", ") : id;
    item.append(link);
    list.append(item);
  }
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "Close";
  close.addEventListener("click", () => dialog.close());
  dialog.append(title, list, close);
  document.body.append(dialog);
  dialog.showModal();
}
