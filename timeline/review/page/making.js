// Makes elements. Every text goes in as text, never as HTML.

export function make(tag, className = "", ...content) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content.filter((part) => part !== null && part !== undefined && part !== ""));
  return element;
}

// A text from a document or a person: right-to-left ones keep their own direction.
export function told(tag, className, text) {
  const element = make(tag, className, text);
  element.dir = "auto";
  return element;
}

export function button(label, { key = null, className = "", act = null, title = "" } = {}) {
  const element = make("button", className, make("span", "", label), key ? make("kbd", "", key) : null);
  element.type = "button";
  if (key) element.setAttribute("aria-keyshortcuts", key);
  if (title) element.title = title;
  if (act) element.addEventListener("click", act);
  return element;
}

export function field(label, control, hint = "") {
  const row = make("label", "field", make("span", "label", label), control);
  if (hint) row.append(make("span", "hint", hint));
  return row;
}

export function input(value = "", { placeholder = "", name = "" } = {}) {
  const element = document.createElement("input");
  Object.assign(element, { type: "text", value, placeholder, name, autocomplete: "off", spellcheck: false });
  element.dir = "auto";
  return element;
}

export function textarea(value = "", rows = 2) {
  const element = document.createElement("textarea");
  Object.assign(element, { value, rows });
  element.dir = "auto";
  return element;
}

export const byId = (id) => document.getElementById(id);

export const counted = (number, word) => `${number.toLocaleString()} ${word}${number === 1 ? "" : "s"}`;

export const shortened = (text, most) => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`);
