package cn.tuanwu.push;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Service;

/** Opens the tokens all nodes share; both applications find the mini-program's under one name. */
@Service
public class TokenDesk {
    private final SharedRedis shared;
    private final Clock clock;
    private final Executor keeper = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "token-keeper");
        thread.setDaemon(true);
        return thread;
    });

    public TokenDesk(SharedRedis shared, Clock clock) {
        this.shared = shared;
        this.clock = clock;
    }

    public SharedToken weCom(String api, String corpId, int agentId, String secret) {
        return open("wecom:" + corpId + ":" + agentId, TokenSource.weCom(api, corpId, secret));
    }

    /** What signs calls of WeChat Work's JS-SDK; asked for with that application's access token. */
    public SharedToken weComTicket(String api, String corpId, int agentId, SharedToken access) {
        return open("wecom-jsapi:" + corpId + ":" + agentId, TokenSource.weComTicket(api, access));
    }

    /** Official account or mini-program. */
    public SharedToken weixin(String api, String appId, String secret) {
        return open("weixin:" + appId, TokenSource.stable(api, appId, secret));
    }

    private SharedToken open(String name, TokenSource source) {
        return new SharedToken(name, new TokenShelf(shared, clock, name), source, keeper);
    }
}
