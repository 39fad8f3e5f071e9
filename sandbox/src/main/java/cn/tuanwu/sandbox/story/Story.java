package cn.tuanwu.sandbox.story;

import java.io.PrintStream;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;

/**
 * The story, played against a running instance through its public doors; the sandbox's actor API does what a thumb
 * would. It is the smoke test of a deployment and the body of the story's tests.
 */
public final class Story {

    private Story() {}

    /** One step with the time it took. */
    public record Step(String title, long millis) {}

    /**
     * A story that went well.
     *
     * @param submitToCard milliseconds from sending each submission to its card on the first operator's phone
     */
    public record Result(List<Step> steps, List<Long> submitToCard) {

        public long medianSubmitToCard() {
            return submitToCard.stream().sorted().toList().get(submitToCard.size() / 2);
        }
    }

    /** The console account that makes the invitation. */
    public record Admin(String login, String password) {

        public static final Admin DEMO = new Admin("sx-tuanwei", "Demo-2026-tuan");
    }

    /** Plays the whole story as the demo province's admin. */
    public static Result play(URI address, PrintStream out) {
        return play(address, Admin.DEMO, out);
    }

    /**
     * Plays the whole story.
     *
     * @throws Unexpected naming the step, what it expected and what came
     */
    public static Result play(URI address, Admin admin, PrintStream out) {
        Steps steps = new Steps(out);
        PhoneClient phones = new PhoneClient(address);
        Console console = new Console(steps, address);
        Invitation invitation = console.invite(admin);
        SecureRandom random = new SecureRandom();
        Member member = new Member(steps, phones, new ApiClient(address), Person.invent(random));
        member.arrive(invitation);
        member.tapsTheMenu();
        member.register(invitation);
        member.fillIn(invitation);
        Review review = new Review(steps, address, phones, member);
        review.returned();
        review.withdrawn();
        review.approvedByOneOfTwo();
        new PaperForm(steps, new ApiClient(address), phones, console, member).isPhotographedAndFiled();
        Change change = new Change(steps, phones, member);
        change.takesEffectAtOnce();
        change.waitsForTheBranch();
        LaterLife later = new LaterLife(steps, address, member);
        later.isWrittenDown();
        later.isTakenAlong();
        new NewPhone(steps, address, phones, member, Person.invent(random).phone()).takesTheAccountOver();
        if (admin.equals(Admin.DEMO)) {
            new OtherBranch(steps, address, phones, console.api(), member).takesTheMember();
        }
        Result result = new Result(steps.done(), review.submitToCard());
        out.println("The story went well: " + result.steps().size() + " steps; submit to card "
                + result.medianSubmitToCard() + " ms (median of "
                + result.submitToCard().size() + ").");
        return result;
    }

    /** The command {@code story}; the answer is the exit code. */
    public static int main(List<String> arguments, PrintStream out, PrintStream err) {
        String url = "http://127.0.0.1:8080";
        String login = Admin.DEMO.login();
        String password = Admin.DEMO.password();
        for (int i = 0; i < arguments.size(); i += 2) {
            String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            switch (arguments.get(i)) {
                case "--url" -> url = value;
                case "--login" -> login = value;
                case "--password" -> password = value;
                default -> {
                    err.println("story does not know " + arguments.get(i)
                            + "; it knows --url URL, --login LOGIN and --password PASSWORD.");
                    return 1;
                }
            }
        }
        return main(url, new Admin(login, password), out, err);
    }

    private static int main(String url, Admin admin, PrintStream out, PrintStream err) {
        try {
            play(URI.create(url), admin, out);
            return 0;
        } catch (Unexpected e) {
            err.println("The story did not go well; its last line says what came instead.");
        } catch (IllegalArgumentException e) {
            err.println(url + " is not an address such as http://127.0.0.1:8080.");
        }
        return 1;
    }
}
