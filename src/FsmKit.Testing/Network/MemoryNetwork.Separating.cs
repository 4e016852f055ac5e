using FsmKit.Net;

namespace FsmKit.Testing;

/// <content>Loops that are separated from each other.</content>
public sealed partial class MemoryNetwork
{
    private readonly HashSet<(object One, object Other)> _separated = [];
    private readonly List<Delivery> _held = [];

    /// <summary>
    /// Separates the sockets of two loops, as a cut cable does. Everything that one sends to the other, connects, ends and resets included,
    /// waits until <see cref="Heal"/>. Data that is under way already still arrives.
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

    /// <summary>
    /// Ends all separations of <see cref="Separate"/>. Everything that has waited is sent now and arrives after the usual delay.
    /// </summary>
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

    /// <summary>Holds a delivery back if its ends are separated. Returns whether it does.</summary>
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
