export function hashOfSources(): Promise<string>;
