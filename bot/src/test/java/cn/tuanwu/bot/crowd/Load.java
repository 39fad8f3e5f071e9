package cn.tuanwu.bot.crowd;

import cn.tuanwu.bot.crowd.Crowd.Told;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends at a fixed rate, whether answers come or not, and measures each from the moment it should have been sent: a stall
 * counts for all who would have come meanwhile.
 */
final class Load {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String bot;
    private final Map<String, Integer> heardAtOnce = new ConcurrentHashMap<>();

    Load(String bot) {
        this.bot = bot;
    }

    /** Milliseconds until the acknowledgement. */
    record Figures(int sent, int refused, double median, double p99, double longest) {
        @Override
        public String toString() {
            return "%6d sent  %3d refused  p50 %6.1f ms  p99 %6.1f ms  max %6.1f ms"
                    .formatted(sent, refused, median, p99, longest);
        }
    }

    Map<String, Integer> heardAtOnce() {
        return heardAtOnce;
    }

    Figures send(List<Told> told, int aSecond) {
        List<HttpRequest> requests = told.stream().map(this::request).toList();
        long[] nanos = new long[told.size()];
        int[] status = new int[told.size()];
        List<CompletableFuture<?>> answers = new ArrayList<>();
        long start = System.nanoTime() + 50_000_000;
        for (int i = 0; i < nanos.length; i++) {
            int which = i;
            long due = start + i * 1_000_000_000L / aSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            answers.add(http.sendAsync(requests.get(i), HttpResponse.BodyHandlers.ofString())
                    .thenAccept(answer -> {
                        nanos[which] = System.nanoTime() - due;
                        status[which] = answer.statusCode();
                        if (answer.body().startsWith("<xml>") && told.get(which).chat() != null) {
                            heardAtOnce.merge(told.get(which).chat(), 1, Integer::sum);
                        }
                    }));
        }
        answers.forEach(CompletableFuture::join);
        return figures(nanos, status);
    }

    private HttpRequest request(Told told) {
        return HttpRequest.newBuilder(URI.create(
                        bot + told.sealed().path() + "?" + told.sealed().query()))
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString(told.sealed().body()))
                .build();
    }

    private static Figures figures(long[] nanos, int[] status) {
        Arrays.sort(nanos);
        int refused = (int) Arrays.stream(status).filter(one -> one != 200).count();
        return new Figures(nanos.length, refused, at(nanos, 0.5), at(nanos, 0.99), at(nanos, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }
}
