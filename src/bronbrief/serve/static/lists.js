// Where a value stands once a list around it has changed.

/** The path of a value after an edit: an item that is added, taken away or moved shifts others; null if it is gone. */
export function along(path, { kind, path: at, to }) {
  const depth = at.length - 1;
  const [from, now] = [at[depth], path[depth]];
  if (kind === "put" || typeof from !== "number" || path.length <= depth || at.slice(0, depth).some((step, one) => step !== path[one])) return path;
  if (kind === "remove" && now === from) return null;
  const put = (place) => [...path.slice(0, depth), place, ...path.slice(depth + 1)];
  if (kind === "insert") return now >= from ? put(now + 1) : path;
  if (kind === "remove") return now > from ? put(now - 1) : path;
  if (now === from) return put(to);
  const shift = now > from && now <= to ? -1 : now < from && now >= to ? 1 : 0;
  return put(now + shift);
}
