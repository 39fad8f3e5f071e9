package cn.tuanwu.bot.tencent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.tuanwu.bot.settings.BotSettings;
import cn.tuanwu.bot.support.Secrets;
import cn.tuanwu.bot.work.Alarms;
import cn.tuanwu.kernel.Settings;
import cn.tuanwu.push.SharedRedis;
import cn.tuanwu.push.TokenDesk;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.json.JsonMapper;

/** However many threads of however many nodes need a token, the platform is asked once. */
@Tag("edge")
class TokensTest {
    private static final Allowance PLENTY = new Allowance(1_000_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000);
    private static final String TOKEN = "{tuanwu:token:wecom:" + Secrets.CORP + ":1000002}";

    private final Nodes nodes = new Nodes();
    private TokenPlatform platform;

    @BeforeEach
    void open() throws IOException {
        nodes.flush();
        platform = new TokenPlatform();
    }

    @AfterEach
    void close() {
        platform.close();
        nodes.close();
    }

    /** Break: in TokenShelf.take, answer true. */
    @Test
    void fortyThreadsOfTwoNodesWithoutATokenFetchOne() throws Exception {
        assertThat(send(node(nodes.shared()), node(nodes.shared()))).allMatch(CallResult.Ok.class::isInstance);
        assertThat(platform.tokensGiven).hasValue(1);
        assertThat(platform.refusedCalls).hasValue(0);
    }

    /** Break: in TokenShelf.take, answer true. */
    @Test
    void aRevokedTokenCostsEachThreadOneCallAndAllOfThemOneRefresh() throws Exception {
        Node one = node(nodes.shared());
        Node other = node(nodes.shared());
        one.send();
        platform.revoke();
        platform.answerAfterRefusing(1);
        assertThat(send(one, other)).allMatch(CallResult.Ok.class::isInstance);
        assertThat(platform.tokensGiven).hasValue(2);
        assertThat(platform.refusedCalls.get()).isBetween(1, 40);
    }

    /** Break: in TokenShelf.forget, delete without comparing. */
    @Test
    void aLateWordAboutAnOldTokenLeavesTheNewOne() throws Exception {
        Node slow = node(nodes.shared());
        Node quick = node(nodes.shared());
        slow.send();
        platform.revoke();
        quick.send();
        slow.tokens().died(Platform.WECOM);
        quick.send();
        assertThat(platform.tokensGiven).hasValue(2);
    }

    /** Break: in SharedToken.keep, do nothing. */
    @Test
    void aTokenIsRenewedAheadByOneNodeWhileTheOldOneStillServes() throws Exception {
        Node one = node(nodes.shared());
        Node other = node(nodes.shared());
        one.send();
        assertThat(nodes.template().getExpire(TOKEN + ":fresh")).isBetween(6_580L, 6_600L);
        nodes.template().delete(TOKEN + ":fresh");
        one.tokens().keep();
        other.tokens().keep();
        await().until(() -> Boolean.TRUE.equals(nodes.template().hasKey(TOKEN + ":fresh")));
        other.tokens().keep();
        assertThat(other.send()).isInstanceOf(CallResult.Ok.class);
        assertThat(platform.tokensGiven).hasValue(2);
        assertThat(platform.refusedCalls).hasValue(0);
    }

    /** Break: in TokenShelf.put, don't keep the node's own. */
    @Test
    void withoutRedisANodeKeepsATokenOfItsOwn() throws Exception {
        Node alone = node(nodes.withoutRedis());
        assertThat(send(alone)).allMatch(CallResult.Ok.class::isInstance);
        alone.send();
        assertThat(platform.tokensGiven).hasValue(1);
    }

    private static List<CallResult<?>> send(Node... senders) throws Exception {
        List<Callable<CallResult<?>>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            for (Node sender : senders) {
                calls.add(sender::send);
            }
        }
        var pool = Executors.newFixedThreadPool(calls.size());
        List<CallResult<?>> results = new ArrayList<>();
        for (var done : pool.invokeAll(calls)) {
            results.add(done.get());
        }
        pool.shutdown();
        return results;
    }

    private record Node(WeCom weCom, Tokens tokens) {
        CallResult<?> send() {
            return weCom.sendText("zhangsan", "hello");
        }
    }

    private Node node(SharedRedis shared) {
        Clock clock = Clock.systemUTC();
        BotSettings settings = settings();
        Tokens tokens = new Tokens(new TokenDesk(shared, clock), settings);
        Turnstile turnstile =
                new Turnstile(new Budgets(shared, clock), new Stops(shared, clock), tokens, Alarms.quiet(clock));
        TencentClients clients = new TencentClients();
        WeCom weCom = new WeCom(
                clients.wxCpService(settings, clients.tencentHttp(), tokens),
                JsonMapper.shared(),
                settings,
                turnstile,
                PLENTY);
        return new Node(weCom, tokens);
    }

    private BotSettings settings() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "TUANWU_WECOM_CORP_ID",
                                Secrets.CORP,
                                "TUANWU_WECOM_AGENT_ID",
                                "1000002",
                                "TUANWU_WECOM_SECRET",
                                Secrets.WECOM_SECRET,
                                "TUANWU_WECOM_API",
                                platform.url())));
        return BotSettings.read(new Settings(environment));
    }
}
