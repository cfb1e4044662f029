// Sending a judgement: while it is under way the form says so, and what is refused is told beside it, nothing typed lost.
import { all } from "./dom";

/** Has every form that judges be sent by this script; without it they are sent as any form. */
export function forms(): void {
  for (const form of all<HTMLFormElement>('form[action="/judge"]')) {
    form.addEventListener("submit", (event) => {
      if (form.dataset["plain"]) return;
      event.preventDefault();
      send(form, event.submitter);
    });
  }
}

async function send(form: HTMLFormElement, by: HTMLElement | null): Promise<void> {
  if (form.ariaBusy) return;
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, by)) body.append(name, String(value));
  form.ariaBusy = "true";
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { accept: "application/json" }, credentials: "same-origin" });
    const told = answer.headers.get("content-type")?.startsWith("application/json") ? await answer.json() : null;
    if (answer.ok && told) follow(String(told.to));
    else if (answer.status === 400 && told) refuse(form, by, String(told.words));
    else plainly(form, by);
  } catch {
    refuse(form, by, "The workbench does not answer: is it still running? Nothing was judged.");
  }
}

/** To the page that comes next, drawn anew where it is this one. */
function follow(to: string): void {
  const next = new URL(to, location.href);
  const here = next.pathname + next.search === location.pathname + location.search;
  if (here) {
    if (next.href !== location.href) history.replaceState(null, "", next);
    location.reload();
  } else location.assign(next);
}

/** What else there is to say, such as that another judged meanwhile, is a page of its own. */
function plainly(form: HTMLFormElement, by: HTMLElement | null): void {
  form.ariaBusy = null;
  form.dataset["plain"] = "true";
  form.requestSubmit(by);
}

function refuse(form: HTMLFormElement, by: HTMLElement | null, words: string): void {
  form.ariaBusy = null;
  const near = by?.closest(".acts, form") ?? form;
  near.querySelector(".refused")?.remove();
  const told = document.createElement("p");
  told.className = "notice bad refused";
  told.setAttribute("role", "alert");
  told.textContent = words;
  near.append(told);
}
