using FsmKit.Net;

namespace FsmKit.Testing;

/// <content>Loops that are kept apart.</content>
public sealed partial class MemoryNetwork
{
    private readonly HashSet<(object One, object Other)> _separated = [];
    private readonly List<Delivery> _held = [];

    /// <summary>
    /// Keeps the sockets of two loops apart, as a cut cable does: what one sends the other, connects, ends and resets included, waits until <see cref="Heal"/>. What is under way already
    /// arrives.
    /// </summary>
    public void Separate(MemoryReactor one, MemoryReactor other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        lock (Gate)
        {
            _separated.Add((one, other));
            _separated.Add((other, one));
        }
    }

    /// <summary>Lets all sockets reach each other again; what has waited is on its way.</summary>
    public void Heal()
    {
        lock (Gate)
        {
            _separated.Clear();
            foreach (var held in _held)
            {
                SetOut(held, Dice.Delay());
            }

            _held.Clear();
        }
    }

    /// <summary>Whether a delivery has to wait; it is kept then.</summary>
    private bool Holds(MemoryEnd to, DeliveryKind kind, int count)
    {
        if (_separated.Count == 0 || !IsCut(to, kind))
        {
            return false;
        }

        to.UnderWay++;
        _held.Add(new Delivery(to, kind, count));
        return true;
    }

    private bool IsCut(MemoryEnd to, DeliveryKind kind) =>
        to.Place is { } here && (kind == DeliveryKind.Connect ? Find(to.Remote!, takesTurn: false)?.Target?.Place : to.PeerPlace) is { } there && _separated.Contains((here, there));
}
