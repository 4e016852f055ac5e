namespace FsmKit.Testing.Choosing;

/// <summary>Creates the chooser of a strategy.</summary>
internal static class Choosers
{
    public static Chooser Make(ExploreOptions options, ulong seed) => options.Strategy switch
    {
        Strategy.Random => new RandomWalk(seed),
        Strategy.Priorities => new PriorityWalk(seed, options.Changes),
        Strategy.DelayBounded => new DelayBoundedWalk(seed, options.Changes),
        Strategy.Exhaustive => new EveryWay(),
        Strategy.States => throw new InvalidOperationException("Its chooser has what the workers share."),
        _ => new Portfolio(
            (Strategy.Random, new RandomWalk(seed)),
            (Strategy.Priorities, new PriorityWalk(seed, options.Changes)),
            (Strategy.DelayBounded, new DelayBoundedWalk(seed, options.Changes))),
    };
}
