package cn.tuanwu.sandbox.fault;

import cn.tuanwu.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** The faults in force. They end with the run: nobody should meet yesterday's faults. */
@Component
public class Faults {

    private final World world;
    private final RandomGenerator chance = RandomGenerator.getDefault();
    private final List<Fault> faults = new ArrayList<>();

    Faults(World world) {
        this.world = world;
    }

    public synchronized List<Fault> list() {
        return List.copyOf(faults);
    }

    public void replace(List<Fault> coming) {
        synchronized (this) {
            faults.clear();
            faults.addAll(coming);
        }
        changed();
    }

    /** The first fault that strikes this path, counted as used. */
    public Optional<Fault> strike(String path) {
        Optional<Fault> struck = draw(path);
        struck.filter(fault -> fault.times() != null).ifPresent(fault -> changed());
        return struck;
    }

    private synchronized Optional<Fault> draw(String path) {
        for (int i = 0; i < faults.size(); i++) {
            Fault fault = faults.get(i);
            boolean likely = fault.probability() == null || chance.nextDouble() < fault.probability();
            if (fault.meets(path) && likely) {
                Fault left = fault.once();
                if (left.spent()) {
                    faults.remove(i);
                } else {
                    faults.set(i, left);
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** Open pages look again. */
    private void changed() {
        world.alter(state -> {});
    }
}
