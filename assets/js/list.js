// What htmx leaves to us when the filters of a list swap its results in place: the address says only what is chosen, and
// the links to the same list in the head of the page, which htmx does not touch, follow it.
"use strict";

document.addEventListener("htmx:config:request", (event) => {
  const { body } = event.detail.ctx.request;
  for (const name of new Set(body?.keys())) {
    const values = body.getAll(name).filter((value) => value !== "");
    body.delete(name);
    values.forEach((value) => body.append(name, value));
  }
});

document.addEventListener("htmx:after:swap", (event) => {
  const links = "link[rel=canonical], link[rel=alternate]";
  const now = new DOMParser().parseFromString(event.detail.ctx.text, "text/html").head.querySelectorAll(links);
  if (now.length > 0) {
    document.head.querySelectorAll(links).forEach((link) => link.remove());
    document.head.append(...now);
  }
});
