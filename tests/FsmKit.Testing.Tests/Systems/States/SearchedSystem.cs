using FsmKit.Testing.Tests.Systems.Commit;
using FsmKit.Testing.Tests.Systems.Espresso;
using FsmKit.Testing.Tests.Systems.Failover;
using FsmKit.Testing.Tests.Systems.FailureDetector;
using FsmKit.Testing.Tests.Systems.Lock;
using FsmKit.Testing.Tests.Systems.Peterson;
using FsmKit.Testing.Tests.Systems.Philosophers;
using FsmKit.Testing.Tests.Systems.Small;
using FsmKit.Testing.Tests.Systems.WriteBehind;

namespace FsmKit.Testing.Tests.Systems.States;

/// <summary>Systems whose states are searched in several ways.</summary>
internal static class SearchedSystem
{
    private static readonly ExploreOptions Plain = new();

    public static readonly IReadOnlyDictionary<string, (Action<World> SetUp, ExploreOptions Options)> All = new Dictionary<string, (Action<World>, ExploreOptions)>
    {
        ["loops"] = (static world => Independent(world, static _ => { }), Plain),
        ["loops that are cut off"] = (static world => Independent(world, static _ => { }), Plain with { MaxSteps = 7 }),
        ["loops that end fairly"] = (static world => Unfinished(world), Plain with { MaxSteps = 5, FairSteps = 4 }),
        ["loops that choose"] = (static world => Independent(world, _ => world.Choose(2)), Plain),
        ["loops that choose apart"] = (Choosing, Plain),
        ["loops that go together"] = (Together, Plain),
        ["loops that share a list"] = (Sharing, Plain),
        ["collections"] = (static world => Independent(world, new Hoard().Add), Plain),
        ["hoards"] = (Hoards, Plain),
        ["timers that race"] = (Waiters, Plain with { TimersRace = true }),
        ["a fair end"] = (static world => PetersonSystem.SetUp(world), Plain with { MaxSteps = 12, FairSteps = 200 }),
        ["cut off"] = (static world => PetersonSystem.SetUp(world), Plain with { MaxSteps = 12 }),
        ["no leaks are asked for"] = (static world => world.Loop("one").Create<Heir>(configure: static x => x.HasHeir = true).Post(new EvGo()), Plain with { CheckLeaks = false }),
        ["a leak"] = (static world => world.Loop("one").Create<Heir>(configure: static x => x.HasHeir = true).Post(new EvGo()), Plain),
        ["a clock that moves on"] = (Late, Plain),
        ["timers of the clock"] = (Clocked, Plain with { TimersRace = true }),
        ["Peterson"] = (static world => PetersonSystem.SetUp(world), Plain),
        ["espresso"] = (static world => EspressoSystem.SetUp(world, presses: 3), Plain),
        ["hasty espresso"] = (static world => EspressoSystem.SetUp(world, static x => x.ResetsAtOnce = true), Plain),
        ["commit"] = (static world => CommitSystem.SetUp(world, clients: 2, sharesKey: false), Plain),
        ["hasty commit"] = (static world => CommitSystem.SetUp(world, clients: 1, isHasty: true, refuses: true), Plain),
        ["failure detector"] = (static world => FailureDetectorSystem.SetUp(world), Plain),
        ["forgetful failure detector"] = (static world => FailureDetectorSystem.SetUp(world, static x => x.IsForgetful = true), Plain),
        ["failover"] = (static world => FailoverSystem.SetUp(world), Plain),
        ["lock"] = (static world => LockSystem.SetUp(world, ignoresTokens: true), Plain),
        ["philosophers"] = (static world => PhilosophersSystem.SetUp(world, count: 3, takesLeftFirst: true), Plain),
        ["write-behind"] = (static world => WriteBehindSystem.SetUp(world, default), Plain),
    };

    private static void Independent(World world, Action<int> does)
    {
        for (var i = 0; i < 4; i++)
        {
            var worker = world.Loop($"{i}").Create<Worker>(configure: x => x.Does = does);
            worker.Post(new EvDo(1));
            worker.Post(new EvGo());
            worker.Post(new EvDo(2));
        }
    }

    /// <summary>Makes loops whose conditions do not hold at the end of a short schedule.</summary>
    private static void Unfinished(World world)
    {
        for (var i = 0; i < 3; i++)
        {
            var got = 0;
            var worker = world.Loop($"{i}").Create<Worker>(configure: x => x.Does = number => got += number);
            worker.Post(new EvDo(1));
            worker.Post(new EvDo(2));
            worker.Post(new EvDo(4));
            world.Eventually($"loop {i} gets all", () => got == 7);
        }
    }

    /// <summary>Makes loops that choose without a way to each other: the world is behind a static variable.</summary>
    private static void Choosing(World world)
    {
        _chosen = world.Choose;
        for (var i = 0; i < 3; i++)
        {
            var worker = world.Loop($"{i}").Create<Worker>(configure: static x => x.Does = new Lot().Draw);
            worker.Post(new EvDo(2));
            worker.Post(new EvDo(3));
        }
    }

    [ThreadStatic]
    private static Func<int, int>? _chosen;

    private sealed class Lot
    {
        private int _drawn;

        public void Draw(int count) => _drawn = (_drawn * 3) + _chosen!(count);
    }

    /// <summary>Makes two pairs, between which nothing leads.</summary>
    private static void Together(World world)
    {
        for (var i = 0; i < 2; i++)
        {
            var (other, got) = (world.Loop($"other {i}").Create<Worker>(), 0);
            other.Does = number => got += number;
            var one = world.Loop($"one {i}").Create<Worker>(configure: x => x.Does = number => other.Post(new EvDo(number)));
            one.Post(new EvDo(1));
            one.Post(new EvDo(2));
            other.Post(new EvDo(4));
            world.Always($"pair {i} gets no more than there is", () => got <= 7);
        }
    }

    private static void Sharing(World world)
    {
        List<int> order = [];
        Independent(world, order.Add);
        world.Always("there is room", () => order.Count <= 8);
    }

    private static void Hoards(World world)
    {
        for (var i = 0; i < 3; i++)
        {
            var worker = world.Loop($"{i}").Create<Worker>(configure: static x => x.Does = new Hoard().Add);
            for (var number = 0; number < 3; number++)
            {
                worker.Post(new EvDo(number));
            }
        }
    }

    private static void Waiters(World world)
    {
        for (var i = 0; i < 2; i++)
        {
            var late = 0;
            var waiter = world.Loop($"{i}").Create<Waiter>(configure: x => x.Late = () => late++);
            waiter.Post(new EvGo());
            waiter.Post(new EvGo());
        }
    }

    /// <summary>Makes loops that know the clock but not the world, so that nothing leads from one to the other before there is a timer.</summary>
    private static void Clocked(World world)
    {
        var time = world.Time;
        for (var i = 0; i < 2; i++)
        {
            var (worker, fired) = (world.Loop($"{i}").Create<Worker>(), 0);
            worker.Does = number => time.CreateTimer(_ => fired += number, null, TimeSpan.FromSeconds(number), Timeout.InfiniteTimeSpan);
            worker.Post(new EvDo(1));
            worker.Post(new EvDo(2));
        }
    }

    private static void Late(World world)
    {
        var worker = world.Loop("worker").Create<Worker>();
        world.Loop("other").Create<Worker>().Post(new EvDo(1));
        for (var i = 1; i <= 3; i++)
        {
            world.After(TimeSpan.FromSeconds(i), () => worker.Post(new EvDo(i)));
        }
    }
}
