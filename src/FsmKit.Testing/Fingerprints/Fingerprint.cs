using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FsmKit.Testing.Fingerprints;

/// <summary>
/// Digests a graph of objects: what their fields have, and which refer to the same one. Two graphs of one shape with equal values have one digest, whatever objects they are made of. What
/// is new in each schedule for no reason, as the offset of a ring, makes equal states look different: more of them are visited then, and none is left out.
/// </summary>
internal sealed class Fingerprint
{
    private readonly Dictionary<object, int> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly List<LoopTimer> _timers = [];

    public ulong Digest { get; private set; }

    public void Begin()
    {
        _seen.Clear();
        _timers.Clear();
        Digest = 0;
    }

    public void Add(ulong value)
    {
        var mixed = (Digest ^ value) * 0x9E3779B97F4A7C15;
        Digest = (mixed ^ (mixed >> 32)) * 0xD6E8FEB86659FD93;
    }

    /// <summary>Adds the gobjs below one, and that one: their states, timers and fields.</summary>
    public void AddTree(GObj gobj)
    {
        AddObject(gobj);
        Add((ulong)(gobj.LeafState + 1));
        Add(gobj.IsDestroyed ? 1UL : 0UL);
        for (var timer = gobj.FirstTimer; timer is not null; timer = timer.NextOfOwner)
        {
            AddObject(timer);
        }

        if (gobj is not GAplic)
        {
            AddFields(gobj);
        }

        foreach (var child in gobj.Children)
        {
            AddTree(child);
        }
    }

    /// <summary>Adds the timers that were met, in the order in which they come due.</summary>
    /// <param name="untilLook">How long it is until the loop has to look at its timers: a look that fires none is a step, too.</param>
    public void AddTimers(TimeSpan? untilLook)
    {
        Add((ulong)untilLook.GetValueOrDefault(Timeout.InfiniteTimeSpan).Ticks);
        foreach (var timer in _timers.OrderBy(static timer => timer.Left).ThenBy(static timer => timer.Turn))
        {
            Add((ulong)timer.Left.GetValueOrDefault().Ticks);
            Add((ulong)_seen[timer]);
        }

        _timers.Clear();
    }

    public void AddObject(object? value)
    {
        switch (value)
        {
            case null:
                Add(1);
                break;
            case int or uint or short or ushort or byte or sbyte or bool or char or Enum or string or float:
                Add((uint)value.GetHashCode());
                break;
            case long number:
                Add((ulong)number);
                break;
            case ulong number:
                Add(number);
                break;
            case double number:
                Add(BitConverter.DoubleToUInt64Bits(number));
                break;
            case nint or nuint:
                break; // An address says nothing.
            case TimeSpan time:
                Add((ulong)time.Ticks);
                break;
            case ValueType:
                AddFields(value);
                break;
            case var _ when IsSeen(value) || Surroundings.Has(value):
                break;
            default:
                AddNew(value);
                break;
        }
    }

    /// <summary>Adds the number of an object, which is its place among those that were met.</summary>
    private bool IsSeen(object value)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_seen, value, out var exists);
        number = exists ? number : _seen.Count;
        Add((ulong)number);
        return exists;
    }

    private void AddNew(object value)
    {
        Add((ulong)RuntimeHelpers.GetHashCode(value.GetType()));
        switch (value)
        {
            case GObj:
                break; // The tree has it.
            case LoopTimer timer:
                AddTimer(timer);
                break;
            case Delegate call:
                AddDelegate(call);
                break;
            case byte[] bytes:
                AddBytes(bytes);
                break;
            case List<byte> bytes:
                AddBytes(CollectionsMarshal.AsSpan(bytes));
                break;
            case ICollection or IEnumerable when FieldList.IsCollection(value):
                AddItems((IEnumerable)value);
                break;
            default:
                AddFields(value);
                break;
        }
    }

    private void AddTimer(LoopTimer timer)
    {
        Add((ulong)timer.Number);
        AddObject(timer.Named);
        if (timer.IsArmed)
        {
            _timers.Add(timer);
        }
    }

    private void AddDelegate(Delegate call)
    {
        foreach (var one in call.GetInvocationList())
        {
            Add((ulong)RuntimeHelpers.GetHashCode(one.Method.Module) ^ (uint)one.Method.MetadataToken);
            AddObject(one.Target);
        }
    }

    private void AddItems(IEnumerable items)
    {
        foreach (var item in items)
        {
            AddObject(item);
        }

        Add(2);
    }

    private void AddBytes(ReadOnlySpan<byte> bytes)
    {
        Add((ulong)bytes.Length);
        foreach (var one in bytes)
        {
            Add(one);
        }
    }

    private void AddFields(object value)
    {
        foreach (var field in FieldList.Of(value.GetType()))
        {
            AddObject(field.GetValue(value));
        }
    }
}
