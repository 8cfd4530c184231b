// Ties map and list: whoever points at a mark or a row, or comes there by keyboard, sees both stand out. Which belong
// together the addresses tell: a mark leads where the row's link leads. Without this script nothing is missing.
(() => {
  'use strict';
  const tied = 'is-tied', rows = 'main :is(tr, li, dd)';

  // address is where the mark or the row below an event's target leads; null for all else.
  const address = (target) => {
    const mark = target.closest('.k-map a');
    if (mark) return mark.getAttribute('href');
    const row = target.closest(rows);
    const link = row && row.querySelector('a');
    return link && link.getAttribute('href');
  };

  const show = (href) => {
    for (const e of document.querySelectorAll('.' + tied)) e.classList.remove(tied);
    if (!href) return;
    for (const map of document.querySelectorAll('.k-map')) {
      for (const mark of map.querySelectorAll('a')) {
        if (mark.getAttribute('href') !== href) continue;
        mark.classList.add(tied);
        for (const arc of map.querySelectorAll('.m-arc[data-pin="' + mark.dataset.pin + '"]')) arc.classList.add(tied);
      }
      if (!map.querySelector('a.' + tied)) continue;
      for (const link of document.querySelectorAll(rows + ' a')) {
        if (link.getAttribute('href') === href) link.closest(rows).classList.add(tied);
      }
    }
  };

  const follow = (event) => { if (event.target.closest && document.querySelector('.k-map')) show(address(event.target)); };
  let at = '';
  // moved tells a pointer that came to something from a page that was scrolled below it, while somebody goes on by keyboard.
  const moved = ({ clientX, clientY }) => at !== (at = clientX + ' ' + clientY);
  document.addEventListener('pointermove', moved);
  document.addEventListener('pointerover', (event) => { if (moved(event)) follow(event); });
  document.addEventListener('focusin', follow);
  document.addEventListener('focusout', () => show(null));
})();
