using FsmKit.Testing.Fingerprints;
using FsmKit.Testing.Restoring;

namespace FsmKit.Testing;

/// <content>Digests of the state of the world.</content>
public sealed partial class World
{
    /// <summary>
    /// Loops with steps since the last digest, one bit for each of the first 64. All bits are set after a move of the clock and at the end
    /// of the world.
    /// </summary>
    internal ulong Touched { get; set; } = ulong.MaxValue;

    /// <summary>True when the schedule ended in a state that was met before.</summary>
    internal bool IsKnown { get; private set; }

    /// <summary>Conditions of <see cref="Always"/> and <see cref="Eventually"/>.</summary>
    internal IEnumerable<Delegate> Questions => _always.Concat(_eventually).Select(static one => one.Holds);

    /// <summary>True when the world has nothing but loops, so that no object of the world connects them.</summary>
    internal bool IsOnlyLoops => _links.Count == 0 && _pool is null && _separated.Count == 0 && _fairEnd is null && WhenQuiet is null && !_time.HasTimers;

    /// <summary>Objects of the world itself that change while <see cref="IsOnlyLoops"/> holds.</summary>
    internal (object, Plan)[] Own => field ??= [(this, Plans.Of(typeof(World))), (_time, Plans.Of(_time.GetType())), (_time.Queue, Plans.Of(_time.Queue.GetType()))];

    /// <summary>Knows the results of steps; null when each step is to be run.</summary>
    internal Backtracker? Moves { get; set; }

    /// <summary>Whether conditions are evaluated at the end of a schedule that is too long.</summary>
    internal bool HasFairEnd => _options.FairSteps > 0;

    /// <summary>Whether a division still holds.</summary>
    internal bool IsDividedAs(Division division) => IsOnlyLoops && _loops.Count == division.LoopCount && _always.Count + _eventually.Count == division.QuestionCount;

    /// <exception cref="NotSupportedException">The world has sockets, whose state is unknown.</exception>
    internal void RequireNoSockets()
    {
        if (_network is not null)
        {
            throw new NotSupportedException("Strategy.States knows nothing of what sockets have under way; take Strategy.Exhaustive or Strategy.Portfolio.");
        }
    }

    /// <summary>Adds everything that can affect the future. Equal states have equal digests.</summary>
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
