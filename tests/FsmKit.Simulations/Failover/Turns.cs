namespace FsmKit.Simulations.Failover;

/// <summary>Attempts and pauses of a connex: each destination in turn, for as long as is allowed, and a pause after all have failed.</summary>
/// <param name="world">The world that gets the faults.</param>
/// <param name="places">The destinations.</param>
/// <param name="patience">Time after which an attempt without an answer is given up.</param>
internal sealed class Turns(World world, Places places, TimeSpan patience)
{
    /// <summary>Precision of a timer, which is never early.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private int _last = -1;
    private int _failed;
    private TimeSpan _begun;
    private bool _isMute;
    private bool _isFree = true;

    /// <summary>Whether destinations are left that have to be tried before the connex may rest.</summary>
    public bool IsTrying { get; private set; }

    /// <summary>Latest time at which the present attempt is given up.</summary>
    public TimeSpan Latest => _begun + patience + Tick;

    /// <summary>An order that makes the connex try all destinations, from its next attempt on.</summary>
    public void Ordered() => (_failed, _isMute, _isFree, IsTrying) = (0, false, false, true);

    /// <summary>An order that may end the attempt at any moment, or a connection: the number of attempts before the next pause is not foreseen.</summary>
    public void Disturbed() => (_failed, _isMute, _isFree, IsTrying) = (0, false, true, false);

    /// <summary>An attempt begins.</summary>
    public void Attempt(string host)
    {
        EndLast();
        var at = Places.Find(host);
        world.Check(at == (_last + 1) % places.Count, $"Place {at} is tried behind place {_last}.");
        world.Check(_failed++ < places.Count, "All destinations have failed, and no pause follows.");
        (_last, _begun, _isMute) = (at, world.Elapsed, places.IsMute(at));
        IsTrying &= _failed < places.Count;
    }

    /// <summary>A pause begins.</summary>
    public void Pause()
    {
        EndLast();
        world.Check(_isFree || _failed >= places.Count, $"A pause begins after {_failed} attempts.");
        (_failed, _isFree, IsTrying) = (0, false, false);
    }

    private void EndLast()
    {
        world.Check(!_isMute || (world.Elapsed >= _begun + patience && world.Elapsed <= Latest), $"An attempt without an answer was given up after {(world.Elapsed - _begun).TotalMilliseconds} ms.");
        _isMute = false;
    }
}
