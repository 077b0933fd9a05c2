/** An element with its properties (`data-` and `aria-` names become attributes) and children; text is never markup. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === false) continue;
    if (/^(data|aria)-|^(role|for|list)$/.test(name)) node.setAttribute(name, value);
    else node[name] = value;
  }
  node.append(...children.filter(child => child !== undefined && child !== false));
  return node;
}

/** A card's text: `**bold**` is the only markup there is. */
export const rich = text =>
  text.split(/\uE000([^\uE000\uE001]*)\uE001/g).map((part, index) => (index % 2 === 1 ? el('strong', {}, part) : part));

export const $ = (selector, within = document) => within.querySelector(selector);
export const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
