package cn.tuanwu.realname;

/** Someone who can tell whether a name and a number belong together. Called by a worker, never inside a transaction. */
public interface RealNameProvider {

    /** Never throws for what the provider says or fails to say: trouble is {@link RealName.Result#ERROR}. */
    RealName.Result check(PersonName name, ResidentId number);
}
