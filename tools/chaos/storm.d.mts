export function storm(options: { cases: number; kills: number; print?: (line: string) => void }): Promise<string[]>;
