// Suggestions while someone types: a combobox with a list box (WAI-ARIA Authoring Practices). The focus stays in the box; the arrow keys
// choose, Enter goes to what is chosen, Escape puts the list away.

const PAUSE = 150; // milliseconds without a key, before anything is looked up
const SHORTEST = 2; // letters

/** `suggest` gets titles and addresses for what was typed. */
export function suggestWhileTyping(box, list, suggest) {
  let waiting;
  let chosen = -1;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", list.dataset.label);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  close();

  box.addEventListener("input", () => {
    choose(-1); // who types on has chosen nothing of what is still shown
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE);
  });
  box.addEventListener("keydown", (event) => {
    const options = [...list.children];
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault(); // a search box would be emptied
      close();
    } else if (["ArrowDown", "ArrowUp"].includes(event.key) && options.length) {
      event.preventDefault();
      open();
      const places = options.length + 1; // the options, and the box itself
      const here = chosen < 0 ? options.length : chosen;
      choose((here + (event.key === "ArrowDown" ? 1 : places - 1)) % places);
    } else if (event.key === "Enter" && !list.hidden && options[chosen]) {
      event.preventDefault();
      location.assign(options[chosen].dataset.url);
    }
  });
  box.addEventListener("blur", close);
  box.form.addEventListener("submit", () => {
    clearTimeout(waiting);
    close();
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the box keeps the focus
  list.addEventListener("click", ({ target }) => {
    const option = target.closest("[role=option]");
    if (option) location.assign(option.dataset.url);
  });

  async function look() {
    const typed = box.value.trim();
    const found = typed.length < SHORTEST ? [] : await suggest(typed).catch(() => []);
    if (box.value.trim() !== typed || document.activeElement !== box) return;
    close();
    list.replaceChildren(...found.map(option));
    open();
  }

  function option({ title, url }, place) {
    const item = document.createElement("li");
    item.id = `${list.id}-${place}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.url = url;
    item.textContent = title;
    return item;
  }

  function open() {
    list.hidden = !list.children.length;
    box.setAttribute("aria-expanded", String(!list.hidden));
  }

  function close() {
    choose(-1);
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
  }

  /** Choose an option; any place that has none is the box itself. */
  function choose(place) {
    const options = list.children;
    options[chosen]?.setAttribute("aria-selected", "false");
    chosen = options[place] ? place : -1;
    options[chosen]?.setAttribute("aria-selected", "true");
    if (options[chosen]) box.setAttribute("aria-activedescendant", options[chosen].id);
    else box.removeAttribute("aria-activedescendant");
    options[chosen]?.scrollIntoView({ block: "nearest" });
  }
}
