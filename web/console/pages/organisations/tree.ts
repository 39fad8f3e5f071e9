import type { components } from "../../../generated/api";
import { api, take } from "../../door";

type Schemas = components["schemas"];
export type Organisation = Schemas["OrganisationNode"];
export type Details = Schemas["OrganisationDetails"];
export type Kind = Organisation["kind"];

export const KINDS: Record<Kind, string> = {
  LEADING_ORGAN: "领导机关",
  COMMITTEE: "团委",
  WORK_COMMITTEE: "团工委",
  GENERAL_BRANCH: "团总支",
  BRANCH: "团支部",
};

/** What the tree shows: an organisation, or the way to more of its siblings. */
export interface Node {
  id: string;
  label: string;
  leaf: boolean;
  organisation?: Organisation;
  more?: { parent: string; after: string };
}

export function asNode(organisation: Organisation): Node {
  const { id, shortName, children } = organisation;
  return { id, label: shortName, leaf: children === 0, organisation };
}

/** The caller's own organisation. */
export async function own(): Promise<Node[]> {
  const { items } = await take(api.GET("/api/console/organisations"));
  return items.map(asNode);
}

/** A page of children, and at its end the way to the next. */
export async function children(parent: string, after = ""): Promise<Node[]> {
  const params = { path: { id: parent }, query: { after } };
  const { items, next } = await take(
    api.GET("/api/console/organisations/{id}/children", { params }),
  );
  const nodes = items.map(asNode);
  if (next)
    nodes.push({
      id: `more-${parent}-${next}`,
      label: "加载更多…",
      leaf: true,
      more: { parent, after: next },
    });
  return nodes;
}

/** @param anywhere in the whole house, not only below the caller */
export async function search(
  q: string,
  anywhere = false,
): Promise<Organisation[]> {
  const params = { query: { q, anywhere } };
  return (await take(api.GET("/api/console/organisations", { params }))).items;
}
