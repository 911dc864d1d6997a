import { decisionsIn, replaced } from './dmn-text.js';
import { type Figure, figuresIn } from './figures.js';
import { feelOf, type Literal } from './literal.js';

/** What became of a figure that an operator had changed when another file was shipped. */
export interface CarriedFigure {
  /** Id in the file shipped now; of a lost one in the file before. */
  id: string;
  /** What it is whatever the rows are called (`Figure.key`). */
  key: string;
  /** kept: the operator's applies on. conflict: it does, though the shipped one changed too. lost: there is no such figure any more. */
  state: 'kept' | 'conflict' | 'lost';
  shippedBefore: Literal;
  own: Literal;
  /** null: lost */
  shippedNow: Literal | null;
}

export interface CarryOver {
  content: string;
  figures: CarriedFigure[];
}

/** Cells that mean something only together: three working days is neither three nor working days. */
const TOGETHER = /\/(amount|maximum|unit)$/;

/**
 * Pure: the DMN file shipped now with the figures that an operator changed since the one shipped before (R03.2). Undefined when more
 * than figures was changed: then no figure can be told from the rows around it.
 */
export function carriedOver(before: string, own: string, now: string): CarryOver | undefined {
  if (skeletonOf(before) !== skeletonOf(own)) return undefined;
  const old = figuresIn(before);
  const found = successors(old, figuresIn(now));
  const figures: CarriedFigure[] = [];
  const places: { figure: Figure; value: Literal }[] = [];
  for (const [figure, value] of ownFigures(old, figuresIn(own))) {
    const successor = found.get(figure);
    const same = successor !== undefined && typeOf(successor.value) === typeOf(value) ? successor : undefined;
    if (same && equal(same.value, value)) continue;
    const shippedNow = same?.value ?? null;
    if (same) places.push({ figure: same, value });
    // A cell that stays only because its neighbour was changed is told of when the shipped one is another.
    const state = !same ? 'lost' : equal(same.value, figure.value) ? 'kept' : 'conflict';
    if (state !== 'lost' || !equal(figure.value, value))
      figures.push({ ...named(same ?? figure), state, shippedBefore: figure.value, own: value, shippedNow });
  }
  places.sort((a, b) => b.figure.place.from - a.figure.place.from);
  const content = places.reduce(
    (xml, { figure, value }) => replaced(xml, figure.place, figure.kind === 'formula' ? String(value) : feelOf(value)),
    now,
  );
  return { content, figures };
}

/** Figures of the file before with the operator's value: those changed, and what belongs together with one. */
function ownFigures(before: readonly Figure[], own: readonly Figure[]): Map<Figure, Literal> {
  const values = new Map(own.map(({ id, value }) => [id, value]));
  const valueOf = (figure: Figure) => values.get(figure.id) ?? figure.value;
  const changed = before.filter((figure) => !equal(valueOf(figure), figure.value));
  const rows = new Set(changed.filter(({ id }) => TOGETHER.test(id)).map(({ id }) => id.replace(TOGETHER, '')));
  const kept = before.filter(
    (figure) => changed.includes(figure) || (TOGETHER.test(figure.id) && rows.has(figure.id.replace(TOGETHER, ''))),
  );
  return new Map(kept.map((figure) => [figure, valueOf(figure)]));
}

/** The same figure in the file shipped now: by what it is, else by its id where no other figure has taken that. */
function successors(old: readonly Figure[], shipped: readonly Figure[]): Map<Figure, Figure> {
  const byKey = new Map(shipped.map((figure) => [figure.key, figure]));
  const byId = new Map(shipped.map((figure) => [figure.id, figure]));
  const found = new Map<Figure, Figure>();
  for (const figure of old) {
    const same = byKey.get(figure.key);
    if (same) found.set(figure, same);
  }
  // Rows are numbered: the id of one that went may be another's now.
  const taken = new Set(found.values());
  for (const figure of old) {
    const named = byId.get(figure.id);
    if (!found.has(figure) && named && !taken.has(named) && named.ruleId === figure.ruleId) found.set(figure, named);
  }
  return found;
}

function named({ id, key }: Figure): Pick<CarriedFigure, 'id' | 'key'> {
  return { id, key };
}

/** Everything of a file that decides, but for the values of its figures. */
function skeletonOf(xml: string): string {
  const at = new Set(figuresIn(xml).map(({ place }) => place.from));
  const cell = ({ from, text }: { from: number; text: string }) => (at.has(from) ? '#' : text.trim());
  const decisions = decisionsIn(xml).map(({ id, table, literal }) => ({
    id,
    table: table && {
      inputs: table.inputs,
      outputs: table.outputs.map(({ name }) => name),
      rows: table.rows.map((row) => [row.id, row.inputs.map(({ text }) => text.trim()), row.outputs.map(cell)]),
    },
    literal: literal && literalSkeleton(xml, literal.from, literal.to),
  }));
  const policies = [...xml.matchAll(/\b(?:hitPolicy|aggregation)="[^"]*"/g)].map(([policy]) => policy);
  return JSON.stringify([decisions, policies]);
}

function literalSkeleton(xml: string, from: number, to: number): string {
  const within = figuresIn(xml).filter(({ place }) => place.from >= from && place.to <= to);
  const text = within.reduceRight((text, { place }) => replaced(text, place, '#'), xml.slice(0, to));
  return text.slice(from).replace(/\s+/g, ' ').trim();
}

function typeOf(value: Literal): string {
  return Array.isArray(value) ? 'list' : typeof value;
}

function equal(a: Literal, b: Literal): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
