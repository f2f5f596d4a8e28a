/**
 * The one script of a page: tables become sortable and filterable. Without it the page is complete.
 * It reads nothing but the tables it stands beside, makes no request and builds no markup from text.
 */
import { type Encoded, encodedAs } from '../../model/encoded.ts';

export const SCRIPT: Encoded<'html'> = encodedAs(`
'use strict';
(() => {
  const MOST_ROWS = 200;
  const words = document.body.dataset;
  const byLetters = new Intl.Collator(document.documentElement.lang).compare;
  const plain = (text) => text.normalize('NFD').replace(/[\\u0300-\\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase();
  const keyOf = (row, at) => {
    const cell = row.cells[at];
    if (cell.dataset.key !== undefined) return cell.dataset.key;
    const text = cell.textContent.trim();
    return /^-?[0-9]+,[0-9]+$/.test(text) ? text.replace(',', '.') : text;
  };
  const byKey = (a, b) => {
    const [x, y] = [Number(a), Number(b)];
    const [nx, ny] = [a === '' || Number.isNaN(x), b === '' || Number.isNaN(y)];
    if (!nx && !ny) return x - y;
    if (nx !== ny) return nx ? 1 : -1;
    return byLetters(a, b);
  };
  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const filled = (text, values) => text.replace(/\\{(\\w+)\\}/g, (_, name) => String(values[name]));

  const order = (table, ordered) => {
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
        let rows = given;
        if (next !== null) {
          head.setAttribute('aria-sort', next);
          const way = next === 'ascending' ? 1 : -1;
          const last = (key) => key === '' || key === '–';
          const keyed = given.map((row) => [keyOf(row, at), row]);
          keyed.sort(([a], [b]) => (last(a) !== last(b) ? (last(a) ? 1 : -1) : way * byKey(a, b)));
          rows = keyed.map(([, row]) => row);
        }
        body.append(...rows);
        ordered();
      });
    });
  };

  const filter = (table) => {
    const given = [...table.tBodies[0].rows];
    const texts = new Map();
    const textOf = (row) => {
      if (!texts.has(row)) texts.set(row, plain(row.textContent));
      return texts.get(row);
    };
    const by = table.dataset.by === undefined ? -1 : Number(table.dataset.by);
    const search = element('input', { type: 'search', autocomplete: 'off' });
    const labels = [element('label', {}, words.search, search)];
    const choice = element('select', {});
    if (by >= 0) {
      choice.append(element('option', { value: '' }, words.all));
      const seen = new Set(given.map((row) => row.cells[by].textContent));
      for (const text of seen) choice.append(element('option', { value: text }, text));
      if (seen.size > 1) labels.push(element('label', {}, table.tHead.rows[0].cells[by].textContent, choice));
    }
    const count = element('output', {});
    const more = element('button', { type: 'button', className: 'more' }, filled(words.more, { all: given.length }));
    let most = MOST_ROWS;
    const apply = () => {
      const asked = plain(search.value.trim());
      let shown = 0;
      for (const row of table.tBodies[0].rows) {
        const fits =
          (asked === '' || textOf(row).includes(asked)) && (choice.value === '' || row.cells[by].textContent === choice.value);
        if (row.hidden === fits) row.hidden = !fits;
        if (fits) shown++;
        const later = fits && shown > most;
        if (row.classList.contains('later') !== later) row.classList.toggle('later', later);
      }
      count.textContent = filled(words.shown, { shown, all: given.length });
      more.hidden = shown <= most;
    };
    search.addEventListener('input', apply);
    choice.addEventListener('change', apply);
    more.addEventListener('click', () => {
      most = Infinity;
      apply();
    });
    apply();
    const frame = table.closest('.scroll');
    frame.before(element('div', { className: 'tools' }, ...labels, count));
    frame.after(more);
    return apply;
  };

  for (const table of document.querySelectorAll('table[data-sort], table[data-filter]')) {
    const apply = table.dataset.filter === undefined ? () => {} : filter(table);
    if (table.dataset.sort !== undefined) order(table, apply);
  }
})();
`);
