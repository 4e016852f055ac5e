using FsmKit.Net;

namespace FsmKit.Testing;

/// <content>Counts of gobjs, and the check for leaks at the end of a simulated run.</content>
public sealed partial class World
{
    private bool _isEnding;

    /// <summary>Counts the gobjs of a type in all loops: <c>Eventually("no session is left", () => world.Count&lt;Session&gt;() == 0)</c>.</summary>
    public int Count<T>()
        where T : class => _loops.Where(static loop => !loop.IsDestroyed).Sum(static loop => CountBelow<T>(loop));

    private static int CountBelow<T>(GObj gobj)
        where T : class
    {
        var count = 0;
        foreach (var child in gobj.Children)
        {
            count += (child is T ? 1 : 0) + CountBelow<T>(child);
        }

        return count;
    }

    /// <summary>
    /// Destroys the gobjs of each loop when nothing can happen any more, and fails if gobjs, timers or open sockets remain. The choices of
    /// the schedule have ended by then, and other failures are not reported.
    /// </summary>
    private void AskLeaks()
    {
        if (Failure is not null || !_options.CheckLeaks)
        {
            return;
        }

        _isEnding = true;
        StopWatching();
        _network?.Faults = MemoryFaults.None;
        foreach (var loop in _loops.Where(static loop => !loop.IsDestroyed))
        {
            loop.PostCallback(() => DestroyBelow(loop));
        }

        for (var left = _options.MaxSteps; left > 0 && FindReady() > 0; left--)
        {
            Run(_ready[0]);
        }

        foreach (var loop in _loops.Where(static loop => !loop.IsDestroyed))
        {
            var links = (loop.Reactor as MemoryReactor)?.LinkCount ?? 0;
            if (loop.ChildCount + loop.Timers.Count + links > 0)
            {
                Fail(FailureKind.Leak, $"{loop} has still {loop.ChildCount} gobjs, {loop.Timers.Count} timers and {links} sockets after its gobjs were destroyed.", exception: null);
            }
        }
    }

    private static void DestroyBelow(GAplic loop)
    {
        foreach (var child in loop.Children.ToArray())
        {
            if (!child.IsDestroyed)
            {
                child.Destroy();
            }
        }
    }
}
