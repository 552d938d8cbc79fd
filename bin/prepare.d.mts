/** The project's folder. */
export const root: string
/** Builds the program when a source is newer than the last build or was added or removed. */
export function buildProgram(node: string): void
/** Flags and environment of the program's Node. */
export const nodeFlags: string[]
export const nodeMemory: Record<string, string>
export function browserFile(): string | undefined
