export function fillForm(bytes: Uint8Array, texts: ReadonlyMap<string, Readonly<Record<string, string>>>): Uint8Array;
export function rowsOf(csv: string): readonly Readonly<Record<string, string>>[];
