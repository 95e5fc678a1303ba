/** Small helpers that make elements. Texts only ever enter the page as text, never as markup. */

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an HTML element: `html('button', {type: 'button'}, 'Kill')`. A child is an element or a text. */
export function html(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/** Makes an SVG element in the same manner. */
export function svg(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

/** Sets the attributes that differ, removes those that are null or false, and leaves all others alone. */
export function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) {
      element.removeAttribute(name);
    } else {
      const text = value === true ? '' : String(value);
      if (element.getAttribute(name) !== text) element.setAttribute(name, text);
    }
  }
}

/** Sets an element's text if it differs, so that what did not change is not read out again. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Changes what an element shows. If that takes the focus away from something in it, the one that `heir` returns has it next. */
export function keepFocus(element, change, heir) {
  const hadFocus = element.contains(document.activeElement);
  change();
  const now = document.activeElement;
  const isLost = now === document.body || !now.checkVisibility() || now.matches(':disabled');
  if (hadFocus && isLost) heir()?.focus();
}

/** The beginning of a text: so many characters at most, and no half of one. */
export function beginning(text, most) {
  const isHalf = text.length > most && /[\uD800-\uDBFF]/.test(text[most - 1]);
  return text.slice(0, isHalf ? most - 1 : most);
}

function filled(element, attributes, children) {
  setAttributes(element, attributes);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}
