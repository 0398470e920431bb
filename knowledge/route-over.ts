// Which route an article lies on: that of its folder, or else of the nearest folder above it.

import type { Route } from './model.js';

/** A route, and the article that describes it. */
export interface PlacedRoute {
  readonly path: string;
  readonly route: Route;
}

/**
 * @param path Of an article.
 * @returns undefined when no article of its folder, or of one above it, describes a route. Where several do, the first.
 */
export function routeOver(path: string, routes: readonly PlacedRoute[]): Route | undefined {
  let nearest: { readonly folder: string; readonly route: Route } | undefined;
  for (const { path: of, route } of routes) {
    const folder = of.slice(0, of.lastIndexOf('/') + 1);
    if (path.startsWith(folder) && folder.length > (nearest?.folder.length ?? -1)) nearest = { folder, route };
  }
  return nearest?.route;
}
