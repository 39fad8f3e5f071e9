package cn.tuanwu.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;

/**
 * A bucket as OSS would keep it, for tests: it believes nobody whose V4 signature it can't reckon itself, takes nothing that
 * is not to be encrypted or whose MD5 differs, and can be told to fail.
 */
public class OssStub implements AutoCloseable {
    public static final String REGION = "cn-guangzhou";
    public static final String BUCKET = "tuanwu-files";
    public static final String KEY_ID = "LTAI-stub";
    public static final String SECRET = "an-oss-key-of-the-stub";

    /** What goes wrong with the next requests, one each. */
    public enum Fault {
        NONE,
        /** Answers 503, nothing kept. */
        DOWN,
        /** Answers 403 as if the user may not. */
        FORBIDDEN,
        /** Reads nothing and hangs up. */
        RESET,
        /** Keeps it and never answers. */
        STALL,
        /** Answers 200 and keeps nothing. */
        LOSE,
        /** Answers 200 and keeps something else. */
        CORRUPT
    }

    final Map<String, OssStubObject> objects = new ConcurrentSkipListMap<>();
    final Map<String, TreeMap<Integer, byte[]>> uploads = new ConcurrentHashMap<>();
    private final Deque<Fault> faults = new ConcurrentLinkedDeque<>();
    private final Deque<String> refusals = new ConcurrentLinkedDeque<>();
    private final HttpServer server;
    volatile String grant = "private";

    public OssStub() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "oss-stub");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The settings that make an application keep its files here. */
    public Map<String, String> settings() {
        return Map.of(
                "TUANWU_SANDBOX", "true",
                "TUANWU_FILE_STORE", "oss",
                "TUANWU_OSS_REGION", REGION,
                "TUANWU_OSS_BUCKET", BUCKET,
                "TUANWU_OSS_API", url(),
                "TUANWU_ALIYUN_ACCESS_KEY_ID", KEY_ID,
                "TUANWU_ALIYUN_ACCESS_KEY_SECRET", SECRET);
    }

    /** For the coming writes (PUT and POST), in this order. */
    public void fail(Fault... coming) {
        faults.addAll(List.of(coming));
    }

    /** Opens the bucket to everybody, as a careless hand would. */
    public void openToAll() {
        grant = "public-read";
    }

    public void recover() {
        faults.clear();
    }

    public Map<String, OssStubObject> objects() {
        return Map.copyOf(objects);
    }

    public int openUploads() {
        return uploads.size();
    }

    /** Why requests were refused that no fault was meant for. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Fault fault = exchange.getRequestMethod().matches("PUT|POST") ? faults.poll() : null;
        try (exchange) {
            if (fault == Fault.RESET) {
                throw new IOException("hung up on purpose");
            }
            OssStubCall call =
                    new OssStubCall(exchange, exchange.getRequestBody().readAllBytes());
            OssStubAnswer answer = fault == Fault.DOWN || fault == Fault.FORBIDDEN
                    ? OssStubAnswer.refused(
                            fault == Fault.DOWN ? 503 : 403,
                            fault == Fault.DOWN ? "ServiceUnavailable" : "AccessDenied")
                    : new OssStubBucket(this, fault).answer(call);
            if (answer.status() >= 400 && (fault == null || fault == Fault.NONE)) {
                refusals.add(call.method() + " " + call.path() + " " + answer.code());
            }
            if (fault == Fault.STALL) {
                stall();
            }
            answer.send(exchange);
        }
    }

    private static void stall() {
        try {
            Thread.sleep(4_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
