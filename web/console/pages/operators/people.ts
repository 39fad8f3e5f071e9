import type { components } from "../../../generated/api";
import { api, take } from "../../door";

export type Operator = components["schemas"]["Operator"];
export type Role = "OPERATOR" | "ADMIN" | "VIEWER";

/** What somebody may be in an organisation. */
export const PLACES: Record<Role, string> = {
  OPERATOR: "运营者",
  ADMIN: "管理员",
  VIEWER: "只读人员",
};

export async function operatorsOf(id: string): Promise<Operator[]> {
  const params = { path: { id } };
  const call = api.GET("/api/console/organisations/{id}/operators", { params });
  return (await take(call)).items;
}

const path = ({ id, organisation }: Operator) => ({
  params: { path: { id: organisation.id, staff: id } },
});

export const changeRole = (operator: Operator, role: Role) =>
  take(
    api.POST("/api/console/organisations/{id}/operators/{staff}/role", {
      ...path(operator),
      body: { role },
    }),
  );

export const dismiss = (operator: Operator) =>
  take(
    api.POST(
      "/api/console/organisations/{id}/operators/{staff}/remove",
      path(operator),
    ),
  );

export const typeUserid = (operator: Operator, userid: string) =>
  take(
    api.POST("/api/console/organisations/{id}/operators/{staff}/userid", {
      ...path(operator),
      body: { userid },
    }),
  );
