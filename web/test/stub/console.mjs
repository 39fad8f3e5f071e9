// Canned answers of /api/console.
import { problem } from "./api.mjs";
import { BRANCH, invitation } from "./world.mjs";
import { QR_PNG } from "./qr.mjs";

const one = (world, id) => world.invitations.find((i) => i.id === id);

const seat = (login) => ({
  login,
  organisation: { id: "sx", name: "数学学院团委" },
  role: "ADMIN",
});

export const consoleApi = {
  "GET /api/console/seat": () => [
    200,
    { account: seat("sx-tuanwei"), places: [seat("sx-tuanwei")] },
  ],
  "POST /api/console/sessions": (world, { body }) =>
    body.login === "sx-tuanwei" && body.password === "Demo-2026-tuan"
      ? [
          201,
          {
            next: "NOTHING",
            signedIn: { session: "console-1", account: seat(body.login) },
          },
        ]
      : problem(401, "LOGIN_FAILED", "账号或密码不对"),
  "GET /api/console/branches": () => [
    200,
    {
      items: [
        { ...BRANCH, operators: ["张三", "李四"] },
        {
          id: "2302",
          name: "数学学院2302团支部",
          path: BRANCH.path,
          operators: ["赵敏"],
        },
      ],
    },
  ],
  "GET /api/console/invitations": (world) => [
    200,
    { items: world.invitations },
  ],
  "POST /api/console/invitations": (world, { body }) => {
    const made = invitation(
      String(world.invitations.length + 1),
      `NEW${world.invitations.length}`,
    );
    made.expiresAt = new Date(Date.now() + body.days * 86400e3).toISOString();
    world.invitations.unshift({ ...made, state: "PREPARING" });
    setTimeout(() => (one(world, made.id).state = "READY"), 600);
    return [201, world.invitations[0]];
  },
  "GET /api/console/invitations/([^/]+)": (world, { params: [id] }) => [
    200,
    one(world, id),
  ],
  "POST /api/console/invitations/([^/]+)/revoke": (world, { params: [id] }) => {
    one(world, id).state = "REVOKED";
    return [200, one(world, id)];
  },
  "GET /api/console/invitations/([^/]+)/qr.png": () => [
    200,
    QR_PNG,
    "image/png",
  ],
    },
  ],
};
