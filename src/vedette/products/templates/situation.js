// Opens whatever a link leads to: an event, a sum or a claim's sentence may stand in a closed <details>.
"use strict";
function open() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
  target.scrollIntoView({ block: "start" });
}
// Shows the flags of control of the day that the slider is at.
const slider = document.getElementById("control-day");
if (slider) {
  const days = slider.dataset.days.split(" ");
  slider.parentElement.hidden = false;
  slider.addEventListener("input", () => {
    const day = Number(slider.value);
    slider.parentElement.querySelector("output").value = days[day];
    slider.setAttribute("aria-valuetext", days[day]);
    for (const flag of document.querySelectorAll("g.control")) {
      flag.classList.toggle("off", day < Number(flag.dataset.first) || day > Number(flag.dataset.last));
    }
  });
}
addEventListener("hashchange", open);
addEventListener("beforeprint", () => document.querySelectorAll("details.event").forEach((d) => (d.open = true)));
open();
