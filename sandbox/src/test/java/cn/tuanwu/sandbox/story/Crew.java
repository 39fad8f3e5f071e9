package cn.tuanwu.sandbox.story;

import cn.tuanwu.sandbox.demo.Demo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;

/** Bots at work in the place of the demo's own, two at a time; for one that is killed the next is started. */
final class Crew implements AutoCloseable {
    private static final int MANY = 30;

    private final Demo demo;
    private final Relay door;
    private final int most;
    private final Startup startup;
    private final List<Node> hired = new ArrayList<>();
    private final List<CompletableFuture<Void>> starting = new ArrayList<>();
    private final List<Node> working = new CopyOnWriteArrayList<>();
    private final List<String> dead = new CopyOnWriteArrayList<>();
    private Kill next;

    private record Kill(Point point, AtomicBoolean sprung, AtomicBoolean done) {}

    /** @param kills how many will be killed; one more is started, so that somebody is left */
    Crew(Demo demo, int kills) {
        this.demo = demo;
        this.most = kills + 1;
        this.startup = kills > MANY ? Startup.archived(demo) : Startup.plain();
        demo.bot().close();
        door = new Relay(Integer.parseInt(demo.told().get("TUANWU_BOT_PORT")), this::anyPort);
        hire();
        hire();
    }

    private int anyPort() {
        List<Node> now = List.copyOf(working);
        return now.isEmpty() ? 1 : now.get(0).port();
    }

    private synchronized void hire() {
        if (hired.size() == most) {
            return;
        }
        Node node = new Node(demo, "node-" + (hired.size() + 1), startup);
        hired.add(node);
        watch(node);
        starting.add(CompletableFuture.runAsync(() -> {
            node.awaitHealth();
            if (node.isAlive()) {
                working.add(node);
            }
        }));
    }

    private void watch(Node node) {
        Kill kill = next;
        if (kill != null) {
            node.trap(kill.point(), kill.sprung(), () -> bury(node, kill));
        }
    }

    private void bury(Node node, Kill kill) {
        working.remove(node);
        node.kill();
        working.remove(node);
        dead.add(node.owner());
        kill.done().set(true);
        hire();
    }

    /** The first bot that reaches the point is killed there. The answer becomes true when it is dead. */
    AtomicBoolean killAt(Point point) {
        awaitOneAtWork();
        synchronized (this) {
            next = new Kill(point, new AtomicBoolean(), new AtomicBoolean());
            hired.forEach(this::watch);
            return next.done();
        }
    }

    void awaitOneAtWork() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !working.isEmpty());
    }

    void awaitAllAtWork() {
        List<CompletableFuture<Void>> all;
        synchronized (this) {
            all = List.copyOf(starting);
        }
        all.forEach(CompletableFuture::join);
    }

    /** Whose leases nobody will settle. */
    List<String> dead() {
        return List.copyOf(dead);
    }

    @Override
    public void close() {
        awaitAllAtWork();
        hired.parallelStream().forEach(Node::close);
        door.close();
    }
}
