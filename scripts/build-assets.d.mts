export function bundleAssets(): Promise<{ key: string; file: string; text: string }[]>;
export function buildAssets(outDir: string): Promise<Record<string, string>>;
