// Asks the program. Only what it has answered is shown as done; what goes wrong is told in words.

import { byId } from "./making.js";

// What the program refused, in its own words; `changes` is what happened meanwhile.
export class Refused extends Error {
  constructor(message, changes = null) {
    super(message);
    this.changes = changes;
  }
}

export async function ask(name, body = {}) {
  let answer;
  try {
    answer = await fetch(`/api/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      credentials: "same-origin",
    });
  } catch {
    trouble("The program does not answer: nothing you decide now is kept. Start “timeline review” again and open the address that it prints.");
    throw new Refused("The program does not answer; nothing was decided.");
  }
  const told = await answer.json().catch(() => ({ error: "The program's answer was cut short." }));
  if (answer.status === 403) trouble(`${told.error} Nothing you decide here is kept.`);
  else trouble(answer.status === 503 ? told.error : null);
  if (!answer.ok) throw new Refused(told.error || "The program refused.", told.changes || null);
  return told;
}

export function trouble(message) {
  const bar = byId("trouble");
  bar.hidden = !message;
  if (bar.textContent !== (message || "")) bar.textContent = message || "";
}
