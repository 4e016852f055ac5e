using FsmKit.Testing.Fingerprints;
using FsmKit.Testing.Restoring;

namespace FsmKit.Testing;

/// <content>In which state the world is.</content>
public sealed partial class World
{
    /// <summary>Loops that had steps since the last digest, a bit for each of the first 64. All bits are set when the clock has moved, or the world was taken down.</summary>
    internal ulong Touched { get; set; } = ulong.MaxValue;

    /// <summary>Tells whether the schedule has ended in a state that an earlier one has met.</summary>
    internal bool IsKnown { get; private set; }

    /// <summary>Questions of <see cref="Always"/> and <see cref="Eventually"/>.</summary>
    internal IEnumerable<Delegate> Questions => _always.Concat(_eventually).Select(static one => one.Holds);

    /// <summary>Tells whether the world has nothing but loops, so that nothing of its own leads from one loop to another.</summary>
    internal bool IsOnlyLoops => _links.Count == 0 && _pool is null && _separated.Count == 0 && _fairEnd is null && WhenQuiet is null && !_time.HasTimers;

    /// <summary>Objects of the world itself that change while <see cref="IsOnlyLoops"/> holds.</summary>
    internal (object, Plan)[] Own => field ??= [(this, Plans.Of(typeof(World))), (_time, Plans.Of(_time.GetType())), (_time.Queue, Plans.Of(_time.Queue.GetType()))];

    /// <summary>Tells whether a division still holds.</summary>
    internal bool IsDividedAs(Division division) => IsOnlyLoops && _loops.Count == division.LoopCount && _always.Count + _eventually.Count == division.QuestionCount;

    /// <exception cref="NotSupportedException">There are sockets, whose state is not known.</exception>
    internal void RequireNoSockets()
    {
        if (_network is not null)
        {
            throw new NotSupportedException("Strategy.States knows nothing of what sockets have under way; take Strategy.Exhaustive or Strategy.Portfolio.");
        }
    }

    /// <summary>Adds all that can make a difference to what follows; equal states have equal digests.</summary>
    internal void AddTo(Fingerprint fingerprint)
    {
        foreach (var loop in _loops)
        {
            AddLoop(fingerprint, loop);
        }

        _time.AddTo(fingerprint);
        foreach (var link in _links)
        {
            fingerprint.AddObject(link);
        }

        fingerprint.AddObject(_pool);
        fingerprint.AddObject(_always);
        fingerprint.AddObject(_eventually);
    }

    /// <summary>Adds a part of a world that has nothing but loops.</summary>
    internal void AddTo(Fingerprint fingerprint, ulong loops, List<Delegate> questions)
    {
        for (var i = 0; i < _loops.Count; i++)
        {
            if ((loops & (1UL << i)) != 0)
            {
                AddLoop(fingerprint, _loops[i]);
            }
        }

        foreach (var question in questions)
        {
            fingerprint.AddObject(question);
        }
    }

    private static void AddLoop(Fingerprint fingerprint, GAplic loop)
    {
        fingerprint.AddObject(loop);
        if (loop.IsDestroyed)
        {
            return;
        }

        fingerprint.AddTree(loop);
        fingerprint.AddTimers(loop.UntilTimers);
        var (phase, left, batch) = loop.Place;
        fingerprint.Add((ulong)phase);
        fingerprint.Add((ulong)left);
        fingerprint.Add((ulong)batch);
        loop.Mailbox.Show(fingerprint);
    }
}
