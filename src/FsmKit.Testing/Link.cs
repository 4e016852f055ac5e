using FsmKit.Testing.Choosing;
using FsmKit.Testing.Worlds;

namespace FsmKit.Testing;

/// <summary>
/// Carries events between the loops of a <see cref="World"/>, as a network without connections does. The simulation chooses when each event
/// arrives and, within <see cref="Faults"/>, which events are lost, repeated or delayed. Created by <see cref="World.Link"/>.
/// </summary>
public sealed class Link
{
    private readonly World _world;
    private readonly Dictionary<(GAplic? From, GAplic To), LinkQueue> _lanes = [];
    private readonly List<LinkQueue> _busy = [];
    private int _faults;

    internal Link(World world, LinkFaults faults) => (_world, Faults) = (world, faults);

    /// <summary>Losses, repeats and delays of the events that are posted from now on.</summary>
    public LinkFaults Faults { get; set; }

    /// <summary>
    /// Number of posted events that have not arrived yet; those with a delay (<see cref="LinkFaults.Delays"/>) are not counted.
    /// </summary>
    public int UnderWay => _busy.Sum(static lane => lane.Count);

    internal bool HasWork => _busy.Count > 0;

    /// <summary>
    /// Posts an event to a gobj of any loop. The event is also lost while <see cref="World.Separate"/> separates the two loops, or when the
    /// destination is destroyed before the arrival.
    /// </summary>
    /// <param name="destination">The gobj that receives the event.</param>
    /// <param name="e">The event.</param>
    /// <param name="source">The sender, for traces. Null: traces name no gobj as the sender.</param>
    /// <exception cref="ArgumentException">The destination is not a gobj.</exception>
    public void Post<TEvent>(IAccept<TEvent> destination, in TEvent e, GObj? source = null)
        where TEvent : struct
    {
        if (destination is not GObj gobj)
        {
            throw new ArgumentException($"{destination?.GetType().Name ?? "null"} is no gobj, so it has no loop to post to.", nameof(destination));
        }

        if (_world.IsSeparated(_world.Running, gobj.Gaplic) || Happens(Faults.Losses))
        {
            return;
        }

        var copy = e;
        void Arrive() => Deliver(destination, gobj, copy, source);
        Carry(gobj.Gaplic, Arrive);
        if (Happens(Faults.Repeats))
        {
            Carry(gobj.Gaplic, Arrive);
        }
    }

    /// <summary>Delivers one event: the first of one sender and receiver.</summary>
    internal void StepOne(ChoiceRecord choices)
    {
        var lane = _busy[choices.Lane(choices.AsksForCauses ? [.. _busy.Select(NumberOf)] : [], _busy.Count)];
        _world.Causes?.Leave(lane);
        if (lane.Count == 1)
        {
            _busy.Remove(lane);
        }

        lane.Dequeue()();
    }

    /// <summary>Returns a number of a lane that is the same in each schedule.</summary>
    private int NumberOf(LinkQueue lane)
    {
        var (from, to) = _lanes.First(one => one.Value == lane).Key;
        return (_world.NumberOf(from) << 16) + _world.NumberOf(to);
    }

    private static void Deliver<TEvent>(IAccept<TEvent> destination, GObj gobj, TEvent e, GObj? source)
        where TEvent : struct
    {
        if (!gobj.IsDestroyed)
        {
            gobj.Gaplic.Mailbox.Add(destination, source is { IsDestroyed: false } ? source : null, in e);
        }
    }

    private bool Happens(double probability) => _faults < Faults.Most && _world.Chance(probability) && ++_faults > 0;

    private void Carry(GAplic to, Action arrive)
    {
        if (Faults.MaxDelay > TimeSpan.Zero && Happens(Faults.Delays))
        {
            _world.After(_world.Choose(Faults.MinDelay, Faults.MaxDelay), _world.Causes?.Delay(arrive) ?? arrive);
            return;
        }

        if (!_lanes.TryGetValue((_world.Running, to), out var lane))
        {
            _lanes.Add((_world.Running, to), lane = new LinkQueue());
        }

        lane.Enqueue(arrive);
        _world.Causes?.Enter(lane);
        if (lane.Count == 1)
        {
            _busy.Add(lane);
        }
    }
}
