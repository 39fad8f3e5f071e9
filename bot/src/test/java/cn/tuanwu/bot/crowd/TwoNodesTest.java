package cn.tuanwu.bot.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.bot.BotApplication;
import cn.tuanwu.bot.crowd.Crowd.Told;
import cn.tuanwu.bot.support.BotTest;
import cn.tuanwu.bot.support.Phones;
import cn.tuanwu.bot.support.RoomyAllowance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Two nodes of the bot: two application contexts, each with a port, connections, threads and memory of its own, on one
 * database and one Redis. The platform tells everything four times, to whichever node it comes to.
 */
@BotTest
@Import(Crowd.class)
@Tag("edge")
class TwoNodesTest {
    private static final int EVENTS = "full".equals(System.getProperty("proof")) ? 10_000 : 300;
    private static final int TIMES = 4;
    private static final int SENDERS = 24;

    @Autowired
    Crowd crowd;

    @Autowired
    Phones phones;

    @Autowired
    ConfigurableEnvironment environment;

    private ConfigurableApplicationContext second;

    @BeforeEach
    void aSecondNodeStarts() {
        second = new SpringApplicationBuilder(BotApplication.class, RoomyAllowance.class)
                .initializers(context -> {
                    var sources = context.getEnvironment().getPropertySources();
                    sources.addFirst(new MapPropertySource("its port", Map.of("server.port", "0")));
                    environment.getPropertySources().stream()
                            .filter(source -> source.getName().startsWith("test "))
                            .forEach(sources::addFirst);
                })
                .properties("TUANWU_QUIET=00:00-00:00")
                .run();
    }

    @AfterEach
    void itStops() {
        second.close();
    }

    // Break: in Event.key, leave out FromUserName or add a random number; in Inbox.sayLater, don't ask for the lease;
    // in
    // CardDesk.closeAll, close nothing.
    @Test
    void everythingToldFourTimesToTwoNodesAtOnceHasOneEffect() throws Exception {
        List<Told> told = crowd.gathers(EVENTS, "two");
        List<Phones> nodes = List.of(phones, new Phones(second.getEnvironment()));
        List<Told> deliveries = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            deliveries.addAll(told);
        }
        Random random = new Random(4);
        Collections.shuffle(deliveries, random);
        Map<String, Integer> heard = new ConcurrentHashMap<>();
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        List<Future<?>> sent = new ArrayList<>();
        long start = System.nanoTime();
        for (Told one : deliveries) {
            Phones node = nodes.get(random.nextInt(nodes.size()));
            sent.add(senders.submit(() -> deliver(one, node, heard)));
        }
        for (Future<?> one : sent) {
            one.get();
        }
        senders.shutdown();
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        crowd.hadOneEffectEach(told, heard);
        System.out.printf(
                "%d deliveries of %d events to two nodes in %d s, each had one effect; %d chats answered in the callback%n",
                deliveries.size(), told.size(), seconds, heard.size());
    }

    private static void deliver(Told one, Phones node, Map<String, Integer> heard) {
        Phones.Answer answer = node.send(one.sealed());
        assertThat(answer.status()).isEqualTo(200);
        if (answer.message() != null && one.chat() != null) {
            heard.merge(one.chat(), 1, Integer::sum);
        }
    }
}
