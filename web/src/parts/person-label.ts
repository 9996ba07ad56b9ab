/** A person as lists name them: with the unit, unless the name says it already. */
export function personLabel(unit: string | null, name: string): string {
  return unit === null || name.includes(unit) ? name : `${unit} · ${name}`;
}
