// What was fetched or worked out for a question serves the next.

/** What is worked out for a key, once. What could not be fetched is fetched again. */
export function keptIn(map, key, workOut) {
  if (!map.has(key)) {
    const answer = workOut();
    map.set(key, answer);
    answer.catch(() => map.delete(key));
  }
  return map.get(key);
}
