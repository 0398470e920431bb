// What only shows when all articles are together.

import type { Article, Issue, IssueRef, Problem, Route } from '../model.js';
import { routeOver } from '../route-over.js';

/** What of an article others may refer to, and where it refers to them: all that need be kept of it until all are read. */
export interface Outline {
  readonly path: string;
  readonly route?: Route;
  readonly issues: readonly Pick<Issue, 'id' | 'line' | 'checks' | 'stage'>[];
}

export function outlineOf({ path, route, issues }: Article): Outline {
  return {
    path,
    ...(route === undefined ? {} : { route }),
    issues: issues.map(({ id, line, stage, checks }) => ({
      id,
      line,
      checks,
      ...(stage === undefined ? {} : { stage }),
    })),
  };
}

/**
 * Problems that show only when all articles are together: answers that lead to an issue of another article, and stages
 * of a route that another article describes.
 *
 * @param articles Everything that will be loaded at once.
 */
export function checkReferences(articles: readonly Outline[]): Problem[] {
  const known = new Set(articles.flatMap((article) => article.issues.map((issue) => `${article.path}#${issue.id}`)));
  const isBroken = ({ article, issue }: IssueRef): boolean => !known.has(`${article}#${issue}`);
  const links = articles.flatMap((article) =>
    article.issues.flatMap((issue) =>
      referencesOf(issue)
        .filter(isBroken)
        .map((ref) => ({
          file: article.path,
          line: issue.line,
          rule: 'unknown-link',
          message: `there is no issue at \`${ref.article}#${ref.issue}\``,
        })),
    ),
  );
  return [...links, ...checkStages(articles)];
}

function referencesOf({ checks }: Pick<Issue, 'checks'>): IssueRef[] {
  return checks.flatMap((check) =>
    check.kind === 'choice' ? check.answers.flatMap(({ leads }) => (leads.kind === 'issue' ? [leads.ref] : [])) : [],
  );
}

/** Stages that the route of an article does not have. */
function checkStages(articles: readonly Outline[]): Problem[] {
  const routes = articles.flatMap(({ path, route }) => (route === undefined ? [] : [{ path, route }]));
  return articles.flatMap(({ path, issues }) => {
    const stages = routeOver(path, routes)?.stages ?? [];
    return issues.flatMap(({ line, stage }) =>
      stage === undefined || stages.includes(stage)
        ? []
        : [{ file: path, line, rule: 'unknown-stage', message: `the route of this folder has no stage \`${stage}\`` }],
    );
  });
}
