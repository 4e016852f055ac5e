namespace FsmKit.Benchmarks;

/// <summary>Work of the runtime beside dispatching: publish, post, time; each next to the nearest construct of the BCL.</summary>
public static class RuntimeWork
{
    public const int Times = 1_024;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    public static Group Publishing(int subscribers)
    {
        var gaplic = new GAplic();
        var publisher = gaplic.Create<Counting>();
        var plain = new PlainPublisher();
        for (var i = 0; i < subscribers; i++)
        {
            publisher.Subscribe(gaplic.Create<Adding>());
            plain.Counted += new PlainSubscriber().OnCounted;
        }

        return new($"publish to {subscribers}", Times, "C# event",
        [
            new("gclass", () => publisher.Send(new EvRun(Times))),
            new("C# event", () => plain.Run(Times)),
        ]);
    }

    public static Group Posting()
    {
        var gaplic = new GAplic();
        var adding = gaplic.Create<Adding>();
        var sum = 0;
        var queue = new System.Collections.Concurrent.ConcurrentQueue<EvCounted>();
        return new("post and deliver", Times, "ConcurrentQueue",
        [
            new("from outside of the loop", () =>
            {
                Post(adding);
                gaplic.RunOnce();
            }),
            new("from an action", () =>
            {
                gaplic.PostCallback(static adding => Post((Adding)adding!), adding);
                gaplic.RunOnce();
            }),
            new("ConcurrentQueue", () =>
            {
                for (var i = 0; i < Times; i++)
                {
                    queue.Enqueue(new EvCounted(i));
                }

                while (queue.TryDequeue(out var e))
                {
                    sum += e.Count;
                }
            }),
        ]);
    }

    public static Group Timers()
    {
        var gaplic = new GAplic();
        var timer = new LoopTimer(gaplic, static () => { });
        var timers = Enumerable.Range(0, Times).Select(_ => new LoopTimer(gaplic, static () => { })).ToArray();
        var gclass = gaplic.Create<GTimer>();
        var system = new Timer(static _ => { });
        return new("timer, armed again", Times, "System.Threading.Timer",
        [
            new("LoopTimer in an action", () => InCycle(static timer => Arm((LoopTimer)timer!), timer)),
            new("each of 1,024 in a cycle", () => InCycle(static timers => Array.ForEach((LoopTimer[])timers!, static timer => timer.Arm(Idle)), timers)),
            new("GTimer in an action", () => InCycle(static timer => Set((GTimer)timer!), gclass)),
            new("LoopTimer between cycles", () => Arm(timer)),
            new("System.Threading.Timer", () =>
            {
                for (var i = 0; i < Times; i++)
                {
                    system.Change(Idle, Timeout.InfiniteTimeSpan);
                }
            }),
        ]);

        void InCycle(Action<object?> action, object state)
        {
            gaplic.PostCallback(action, state);
            gaplic.RunOnce();
        }
    }

    private static void Post(Adding adding)
    {
        for (var i = 0; i < Times; i++)
        {
            adding.Post(new EvCounted(i));
        }
    }

    private static void Arm(LoopTimer timer)
    {
        for (var i = 0; i < Times; i++)
        {
            timer.Arm(Idle);
        }
    }

    private static void Set(GTimer timer)
    {
        for (var i = 0; i < Times; i++)
        {
            timer.Send(new EvSetTimer(Idle));
        }
    }

    private sealed class PlainPublisher
    {
        public event Action<object, EvCounted>? Counted;

        public void Run(int times)
        {
            for (var i = 0; i < times; i++)
            {
                Counted?.Invoke(this, new EvCounted(i));
            }
        }
    }

    private sealed class PlainSubscriber
    {
        public int Sum { get; private set; }

        public void OnCounted(object sender, EvCounted e) => Sum += e.Count;
    }
}
