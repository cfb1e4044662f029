// Shows the events that the filters let through: in the list, on the map, in the timeline.
"use strict";
const DAY = 86400000;
const form = document.querySelector(".filters");
const events = [...document.querySelectorAll("details.event")];
const flags = [...document.querySelectorAll("g.control")];
const days = (form.dataset.controlDays || "").split(" ").filter(Boolean);
const start = Date.parse(form.dataset.first);
const field = (name) => form.elements[name];
const iso = (offset) => new Date(start + offset * DAY).toISOString().slice(0, 10);

function passes(event, day) {
  const told = event.dataset;
  const mode = field("mode") ? field("mode").value : "all";
  if (mode !== "all" && !told.first) return false;
  if (mode === "on" && (told.first > day || told.last < day)) return false;
  if (mode === "until" && told.first > day) return false;
  for (const name of ["type", "area", "grade"]) if (field(name).value && told[name] !== field(name).value) return false;
  for (const name of ["party", "origin"]) {
    if (field(name).value && !told[name].split("|").includes(field(name).value)) return false;
  }
  if (field("killed").checked && !told.killed) return false;
  const words = field("words").value.trim().toLowerCase();
  return words.split(/\s+/).every((word) => event.textContent.toLowerCase().includes(word));
}

function showMarks(shown) {
  for (const mark of document.querySelectorAll("a.mark")) {
    const here = mark.dataset.events.split(" ").filter((id) => shown.has(id));
    mark.classList.toggle("off", here.length === 0);
    mark.querySelector(".count").textContent = here.length;
    if (here.length) mark.setAttribute("href", "#" + here[0]);
  }
}

// Bars sink into the gaps that hidden ones leave.
function showBars(shown) {
  const timeline = document.querySelector("svg.timeline");
  if (!timeline) return;
  const row = Number(timeline.dataset.row);
  for (const column of timeline.querySelectorAll("g.column")) {
    const bars = [...column.querySelectorAll("a[data-event]")];
    let level = 0;
    bars.forEach((bar, n) => {
      const here = shown.has(bar.dataset.event);
      bar.classList.toggle("off", !here);
      if (here) bar.setAttribute("transform", `translate(0 ${(n - level++) * row})`);
    });
    const number = column.querySelector(".more");
    number.textContent = level || "";
    number.setAttribute("transform", `translate(0 ${(bars.length - level) * row})`);
  }
  for (const bar of timeline.querySelectorAll("a[data-event]")) {
    if (!bar.closest("g.column")) bar.classList.toggle("off", !shown.has(bar.dataset.event));
  }
}

// The last word on who holds a place up to the day; of a whole period, that of its last day.
function showFlags(day) {
  const at = day ? days.filter((d) => d <= day).length - 1 : days.length - 1;
  for (const flag of flags) {
    flag.classList.toggle("off", at < Number(flag.dataset.first) || at > Number(flag.dataset.last));
  }
}

function apply() {
  const slider = field("day");
  const day = slider ? iso(Number(slider.value)) : "";
  const whole = !slider || field("mode").value === "all";
  if (slider) {
    slider.setAttribute("aria-valuetext", day);
    form.querySelector("output").value = whole ? "whole period" : day;
  }
  const shown = new Set(events.filter((event) => passes(event, day)).map((event) => event.id));
  for (const event of events) event.hidden = !shown.has(event.id);
  for (const name of document.querySelectorAll("[data-unplaced]")) {
    name.hidden = !shown.has(name.dataset.unplaced);
  }
  showMarks(shown);
  showBars(shown);
  showFlags(whole ? "" : day);
  document.getElementById("found").textContent = `${shown.size} of ${events.length} events shown`;
  document.querySelector(".none").hidden = shown.size > 0;
}

function open() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
  target.scrollIntoView({ block: "start" });
}

form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", (event) => {
  if (event.target.name === "day" && field("mode").value === "all") field("mode").value = "on";
  apply();
});
form.addEventListener("reset", () => setTimeout(apply));
addEventListener("hashchange", open);
apply();
open();
