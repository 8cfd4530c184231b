// A button at each example of a page that copies its text. Without this script, or where nothing may be copied, the text
// is there to be selected.
"use strict";

(() => {
  const page = document.querySelector("[data-copy]");
  if (!page || !navigator.clipboard) return;
  const words = JSON.parse(page.dataset.copy);
  const said = document.createElement("div");
  said.className = "k-sr";
  said.setAttribute("role", "status");
  page.append(said);

  page.querySelectorAll("pre").forEach((example) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "k-btn k-copy";
    button.textContent = words.copy;
    button.addEventListener("click", async () => {
      said.textContent = "";
      try {
        await navigator.clipboard.writeText(example.textContent.trimEnd());
        button.textContent = said.textContent = words.copied;
      } catch {
        getSelection().selectAllChildren(example); // one key is left to press
        button.textContent = words.selected;
        said.textContent = words.refused;
      }
    });
    button.addEventListener("blur", () => { button.textContent = words.copy; });
    example.after(button);
  });
})();
