// Opens whatever a link leads to: an event, a sum or a claim's sentence may stand in a closed <details>.
"use strict";
function open() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
  target.scrollIntoView({ block: "start" });
}
addEventListener("hashchange", open);
addEventListener("beforeprint", () => document.querySelectorAll("details.event").forEach((d) => (d.open = true)));
open();
