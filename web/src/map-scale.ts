// The map's scale bar, which tells true however near the land is looked at.
const STEPS = [1000, 500, 200, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1];
const EDGE = 14;

/** Draws the bar of `svg` anew for a part of it: `full` is the whole drawing, `box` what is seen of it. */
export function scaleBar(svg: SVGSVGElement, full: { w: number }, box: { x: number; y: number; w: number; h: number }): void {
  const bar = svg.querySelector<SVGGElement>("g.scale");
  const [line, text] = [bar?.querySelector("line"), bar?.querySelector("text")];
  const km = Number(svg.dataset["km"]);
  if (!bar || !line || !text || !km) return;
  const scale = box.w / full.w;
  const step = STEPS.find((s) => s / km <= box.w / 5) ?? 0.1;
  line.setAttribute("x1", "0");
  line.setAttribute("x2", String(step / km / scale));
  line.setAttribute("y1", "0");
  line.setAttribute("y2", "0");
  text.setAttribute("x", "0");
  text.setAttribute("y", "-5");
  text.textContent = `${step} km`;
  bar.setAttribute("transform", `translate(${box.x + EDGE * scale} ${box.y + box.h - EDGE * scale}) scale(${scale})`);
}
