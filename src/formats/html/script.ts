/**
 * The one script of a page: tables become sortable and filterable. Without it the page is complete.
 * It reads nothing but the tables it stands beside, makes no request and builds no markup from text.
 */
export const SCRIPT = `
'use strict';
(() => {
  const lang = document.documentElement.lang;
  const plain = (text) => text.normalize('NFD').replace(/[\\u0300-\\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase();
  const keyOf = (row, at) => {
    const cell = row.cells[at];
    return cell.dataset.key ?? cell.textContent.trim();
  };
  const byKey = (a, b) => {
    const [x, y] = [Number(a), Number(b)];
    const [nx, ny] = [a === '' || Number.isNaN(x), b === '' || Number.isNaN(y)];
    if (!nx && !ny) return x - y;
    if (nx !== ny) return nx ? 1 : -1;
    return a.localeCompare(b, lang);
  };
  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  for (const table of document.querySelectorAll('table[data-sort]')) {
    const heads = [...table.tHead.rows[0].cells];
    const body = table.tBodies[0];
    const given = [...body.rows];
    heads.forEach((head, at) => {
      const button = element('button', { type: 'button' }, ...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const now = head.getAttribute('aria-sort');
        const next = now === null ? 'ascending' : now === 'ascending' ? 'descending' : null;
        for (const other of heads) other.removeAttribute('aria-sort');
        if (next === null) return body.append(...given);
        head.setAttribute('aria-sort', next);
        const way = next === 'ascending' ? 1 : -1;
        const rows = given.map((row) => [keyOf(row, at), row]);
        rows.sort(([a], [b]) => {
          const order = byKey(a, b);
          const last = (key) => key === '' || key === '–';
          if (last(a) !== last(b)) return last(a) ? 1 : -1;
          return way * order;
        });
        body.append(...rows.map(([, row]) => row));
      });
    });
  }

  for (const table of document.querySelectorAll('table[data-filter]')) {
    const rows = [...table.tBodies[0].rows];
    const by = table.dataset.by === undefined ? -1 : Number(table.dataset.by);
    const words = document.body.dataset;
    const search = element('input', { type: 'search', autocomplete: 'off' });
    const labels = [element('label', {}, words.search, search)];
    const choice = element('select', {});
    if (by >= 0) {
      choice.append(element('option', { value: '' }, words.all));
      const seen = new Set(rows.map((row) => row.cells[by].textContent));
      for (const text of seen) choice.append(element('option', { value: text }, text));
      if (seen.size > 1) labels.push(element('label', {}, table.tHead.rows[0].cells[by].textContent, choice));
    }
    const count = element('output', {});
    const tools = element('div', { className: 'tools' }, ...labels, count);
    const apply = () => {
      const asked = plain(search.value.trim());
      let shown = 0;
      for (const row of rows) {
        const fits = plain(row.textContent).includes(asked) && (choice.value === '' || row.cells[by].textContent === choice.value);
        row.hidden = !fits;
        if (fits) shown++;
      }
      count.textContent = words.shown.replace('{shown}', String(shown)).replace('{all}', String(rows.length));
    };
    search.addEventListener('input', apply);
    choice.addEventListener('change', apply);
    apply();
    table.closest('.scroll').before(tools);
  }
})();
`;
