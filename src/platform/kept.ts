/**
 * Keeps what was made for the last few keys. A key tells everything that the result depends on, so that nothing kept is
 * ever out of date; what fails is made anew next time.
 */
export function keeping<T>(most: number) {
  const kept = new Map<string, Promise<T>>()
  return (key: string, make: () => T | Promise<T>): Promise<T> => {
    const made = kept.get(key) ?? Promise.resolve().then(make)
    kept.delete(key)
    kept.set(key, made)
    made.catch(() => kept.delete(key))
    for (const [oldest] of kept) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
    return made
  }
}
