// Suggestions below every search field: the combobox of ARIA 1.2 with a list of links. Without this script, or when the
// service does not answer, the field stays what it is: part of a form that leads to the page of the search.
"use strict";

(() => {
  const wait = 120; // milliseconds without a key before it asks
  const fields = document.querySelectorAll("input[data-suggest]");
  fields.forEach((field, number) => enhance(field, "suggestions-" + number));

  function enhance(field, id) {
    const words = JSON.parse(field.dataset.words);
    const list = element("ul", { class: "k-suggest", id, role: "listbox", "aria-label": words.list, hidden: "" });
    const said = element("div", { class: "k-sr", role: "status" });
    let hits = [], active = -1, timer, asking;

    const box = element("div", { class: "k-combo" });
    field.replaceWith(box);
    box.append(field, list, said);
    set(field, { role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false" });

    const open = () => !list.hidden;

    function close() {
      clearTimeout(timer);
      asking?.abort();
      list.hidden = true;
      said.textContent = "";
      field.setAttribute("aria-expanded", "false");
      choose(-1);
    }

    function choose(at) {
      list.children[active]?.setAttribute("aria-selected", "false");
      active = at;
      const option = list.children[active];
      if (!option) {
        field.removeAttribute("aria-activedescendant");
        return;
      }
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      field.setAttribute("aria-activedescendant", option.id);
    }

    function show(found) {
      hits = found;
      choose(-1);
      list.replaceChildren(...hits.map(option));
      list.hidden = hits.length === 0;
      field.setAttribute("aria-expanded", String(open()));
      said.textContent = words.counts[Math.min(hits.length, words.counts.length - 1)];
    }

    function option(hit, at) {
      const item = element("li", { id: id + "-" + at, role: "option", "aria-selected": "false" });
      const kind = element("small", {});
      kind.textContent = [words.kinds[hit.kind], ...hit.countries.map((c) => c.name), hit.apart].filter(Boolean).join(" · ");
      item.append(hit.title, " ", kind, ...reason(hit));
      item.addEventListener("click", () => location.assign(hit.url));
      return item;
    }

    // The name by which something was found, where its title does not have it: part of the name of the option.
    function reason({ title, why }) {
      const found = why.passage.map((piece) => piece.text).join("");
      if (title.includes(found.replaceAll("…", ""))) return [];
      const line = element("small", { class: "k-suggest__why" });
      const name = element("span", why.lang ? { lang: why.lang } : {});
      name.textContent = found;
      line.append((words.fields[why.field] ?? words.also) + ": ", name);
      return [" ", line];
    }

    async function ask() {
      asking?.abort();
      const text = field.value.trim();
      if (!text) {
        close();
        return;
      }
      asking = new AbortController();
      const { signal } = asking;
      try {
        const answer = await fetch(field.dataset.suggest + "&q=" + encodeURIComponent(text), { signal, credentials: "omit" });
        if (!answer.ok) throw new Error(answer.statusText);
        const found = (await answer.json()).items.filter((hit) => hit.url && hit.title);
        if (!signal.aborted && document.activeElement === field) show(found);
      } catch {
        if (!signal.aborted) close(); // suggestions are a convenience: nobody is told that there are none
      }
    }

    function later() { // what stands there was found for other words: keys do not choose from it
      hits = [];
      choose(-1);
      clearTimeout(timer);
      timer = setTimeout(ask, wait);
    }

    function key(event) {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && !open() && hits.length && field.value.trim()) {
        show(hits);
      }
      if (!open()) return;
      if (step) { // the field itself is one of the stops
        const stops = hits.length + 1;
        choose((active + 1 + step + stops) % stops - 1);
      } else if (event.key === "Escape") {
        close();
      } else {
        return;
      }
      event.preventDefault();
    }

    // Enter sends the form. Where an option is chosen, that leads there instead.
    function send(event) {
      if (!open() || active < 0) return;
      event.preventDefault();
      location.assign(hits[active].url);
    }

    field.form.addEventListener("submit", send);
    field.addEventListener("input", later);
    field.addEventListener("keydown", key);
    field.addEventListener("blur", close);
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
  }

  function element(name, attributes) {
    return set(document.createElement(name), attributes);
  }

  function set(node, attributes) {
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    return node;
  }
})();
