// The page's own words in the reader's language. The code and the HTML have them in English; `words/` has the others, each
// by its English: a text, or one for each plural form of the language (Unicode's names: one, few, many, other).

const spoken = { language: "en", table: {}, plural: new Intl.PluralRules("en") };

// `tables` by language; `fixed`: the language that the page's author chose, or "reader". Gives the language that is spoken.
export function useWords(tables, fixed) {
  const asked = fixed === "reader" ? navigator.languages || [] : [fixed];
  const known = asked.map((one) => one.toLowerCase().split("-")[0]).find((one) => one in tables);
  spoken.language = known || "en";
  spoken.table = tables[spoken.language] || {};
  spoken.plural = new Intl.PluralRules(spoken.language);
  document.documentElement.lang = spoken.language;
  return spoken.language;
}

export const isEnglish = () => spoken.language === "en";

// A phrase with its {places} filled; `n` is the number that chooses the plural form, and may come written as `told`.
export function say(english, values = {}) {
  const found = spoken.table[english] ?? english;
  const phrase = typeof found === "string" ? found : found[spoken.plural.select(values.n)] ?? found.other;
  return phrase.replace(/\{(\w+)\}(\.(?!\.))?/g, (all, name, stop = "") => {
    if (!(name in values)) return all;
    const words = String(name === "n" && "told" in values ? values.told : values[name]);
    // Why: a date may end in a full stop of its own ("2023 г.").
    return words.endsWith(".") ? words : words + stop;
  });
}

// Says what stands in the HTML in English. What comes from documents (`dir="auto"`) or is in a language of its own stays.
export function sayAll(root) {
  if (isEnglish()) return;
  for (const part of root.querySelectorAll("[data-say]")) {
    const { say: phrase, ...values } = part.dataset;
    part.textContent = say(phrase, { ...values, n: Number(values.n), told: Number(values.n).toLocaleString(spoken.language) });
  }
  const skipped = "script, style, [dir=auto], [lang]:not(html), section.year, [data-say]";
  const accept = (node) => (node.nodeType === Node.ELEMENT_NODE && node.matches(skipped) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, accept);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      const bare = node.data.trim();
      if (bare in spoken.table) node.data = node.data.replace(bare, say(bare));
    } else {
      for (const name of ["aria-label", "title", "placeholder"]) {
        const words = node.getAttribute(name);
        if (words in spoken.table) node.setAttribute(name, say(words));
      }
    }
  }
}
