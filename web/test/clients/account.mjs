// An official account's server on co-wechat-api: takes a token, makes a code, writes to a follower.
import API from "co-wechat-api";

const [base, appId, secret, openid] = process.argv.slice(2);
const api = new API(appId, secret);
api.prefix = `${base}/cgi-bin/`;

const { accessToken } = await api.ensureAccessToken();
const code = await api.createTmpQRCode("invite-ABC", 600);
const sent = await api.sendText(openid, "你好，团员");
console.log(
  JSON.stringify({
    token: accessToken.length,
    ticket: code.ticket,
    url: code.url,
    seconds: code.expire_seconds,
    errcode: sent.errcode,
  }),
);
